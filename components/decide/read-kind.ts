import { TEST_KINDS, type TestKind } from "#/lib/coverage/policy.ts";

/** The kind that a form names; the weakest when it names none, which its list does not offer. */
export const readKind = (text: string | undefined): TestKind =>
  TEST_KINDS.find((kind) => kind === text) ?? "unit";
