import type { ChangeFacts } from "./change-facts.ts";
import { readCopy } from "./read-copy.ts";
import { readRevert } from "./read-revert.ts";

type Words = Omit<ChangeFacts, "revert" | "copy"> & { readonly body: string | null };

/** Takes of a change's words what they say of others, so that they can be let go. */
export const readChange = ({ body, ...change }: Words): ChangeFacts => ({
  ...change,
  revert: readRevert(change.title, body),
  copy: readCopy(change.title, body),
});
