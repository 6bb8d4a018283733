import { policyProblems, sayProblem } from "#/lib/coverage/policy/problems.ts";
import { PolicyRules, type TestKind } from "#/lib/coverage/policy.ts";
import { RUNGS } from "#/lib/coverage/rung/rungs.ts";

export const JSON_FIELDS = ["fixRules", "testKinds", "clusters"] as const;
export type JsonField = (typeof JSON_FIELDS)[number];

export const NUMBER_FIELDS = ["reviews", "agentMinutes", "personDays", "daysMax"] as const;
export type NumberField = (typeof NUMBER_FIELDS)[number];

/** Rules as they stand in the form: lists and numbers are text until they are read. */
export type Draft = Readonly<Record<JsonField | NumberField, string>> & {
  readonly name: string;
  readonly rung: PolicyRules["rung"];
  readonly acceptedKinds: readonly TestKind[];
  readonly ciCountsAsProduct: boolean;
  readonly suggestClusters: boolean;
  readonly group: string;
  readonly signers: readonly SigningRole[];
};
export type SigningRole = PolicyRules["signOffs"][number]["role"];

export const draftOf = (rules: PolicyRules): Draft => ({
  name: rules.name,
  rung: rules.rung,
  acceptedKinds: rules.acceptedKinds,
  ciCountsAsProduct: rules.ciCountsAsProduct,
  suggestClusters: rules.suggestClusters,
  reviews: String(rules.approvals.reviews),
  group: rules.approvals.group ?? "",
  signers: rules.signOffs.map(({ role }) => role),
  agentMinutes: String(rules.lease.agentMinutes),
  personDays: String(rules.lease.personDays),
  daysMax: String(rules.waiver.daysMax),
  fixRules: printed(rules.fixRules),
  testKinds: printed(rules.testKinds),
  clusters: printed(rules.clusters),
});

const printed = (list: readonly object[]): string => JSON.stringify(list, null, 2);

/** The draft with what a preset chooses: its name, the rung and the kinds that count; what the program wrote itself stays. */
export const withPreset = (draft: Draft, { name, rung, acceptedKinds }: PolicyRules): Draft => ({
  ...draft,
  name,
  rung,
  acceptedKinds,
});

/** The draft with another rung; a name that was that of a rung or of a preset goes along, so that it does not lie. */
export const withRung = (
  draft: Draft,
  rung: Draft["rung"],
  presets: readonly { readonly name: string }[],
): Draft => {
  const isOfRung = [...RUNGS, ...presets.map(({ name }) => name)].some(
    (each) => each === draft.name,
  );
  return { ...draft, rung, name: isOfRung ? rung : draft.name };
};

export type ReadDraft = { readonly rules: PolicyRules } | { readonly problems: readonly string[] };

/** The rules that a draft says, or everything that is wrong with it and where. */
export function readDraft(draft: Draft): ReadDraft {
  const lists = JSON_FIELDS.map((field) => [field, parsed(field, draft[field])] as const);
  const broken = lists.flatMap(([, list]) => ("problem" in list ? [list.problem] : []));
  if (broken.length > 0) return { problems: broken };
  const read = PolicyRules.safeParse({
    name: draft.name,
    rung: draft.rung,
    acceptedKinds: draft.acceptedKinds,
    ciCountsAsProduct: draft.ciCountsAsProduct,
    suggestClusters: draft.suggestClusters,
    approvals: { reviews: numberOf(draft.reviews), group: draft.group.trim() || null },
    signOffs: draft.signers.map((role) => ({ for: "architecture", role })),
    lease: { agentMinutes: numberOf(draft.agentMinutes), personDays: numberOf(draft.personDays) },
    waiver: { daysMax: numberOf(draft.daysMax) },
    ...Object.fromEntries(lists.map(([field, list]) => [field, "value" in list ? list.value : []])),
  });
  if (read.success) return { rules: read.data };
  return { problems: policyProblems(read.error).map(sayProblem) };
}

/** An empty field is no zero. */
const numberOf = (text: string): number => (text.trim() === "" ? Number.NaN : Number(text));

type Parsed = { readonly value: unknown } | { readonly problem: string };

function parsed(field: JsonField, text: string): Parsed {
  if (text.trim() === "") return { value: [] };
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    const said = error instanceof Error ? error.message : "it cannot be read";
    const at = /position (\d+)/.exec(said)?.[1];
    const line = at === undefined ? null : text.slice(0, Number(at)).split("\n").length;
    const place = line === null || said.includes("line ") ? "" : `, line ${line}`;
    return { problem: `${field}${place}: this is no JSON (${said})` };
  }
}
