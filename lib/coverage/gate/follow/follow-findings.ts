import type { Finding } from "../finding.ts";
import type { Gate, Place, Selection } from "../gate.ts";
import { selectionsOf } from "../selects.ts";
import type { FollowedRun } from "./follow-run.ts";
import type { SkippedBy } from "./skips-in.ts";

type Said = {
  readonly kind: "unresolved_tests" | "masked" | "skips_itself";
  readonly message: string;
};

/** What following a job's steps found wrong: tests that cannot be told, and masks on the way to them; each once. */
export function followFindings(
  gate: Gate,
  followed: readonly FollowedRun[],
  tests: readonly string[],
): readonly Finding[] {
  const { workflow, job } = gate;
  const elsewhere = gate.file !== gate.workflow;
  const said = new Set<string>();
  return followed.flatMap((each): readonly Finding[] => {
    // A step of a called workflow stands in another file: the finding lies where that is called.
    const line = elsewhere ? gate.line : each.run.line;
    const place = elsewhere ? ` (${gate.file}, line ${each.run.line})` : "";
    return saidOf(each, tests).flatMap(({ kind, message }) => {
      const key = `${line} ${message}`;
      if (said.has(key)) return [];
      said.add(key);
      return [{ kind, workflow, job, line, message: `${message}${place}.` }];
    });
  });
}

function saidOf(
  { run, unresolved, skips }: FollowedRun,
  tests: readonly string[],
): readonly Said[] {
  const selections = selectionsOf(run);
  const open = unresolved.map(({ message, via }) => sentence(message) + wayOf(via));
  const argued = selections.flatMap((each) => {
    const why = whyOpen(each, tests);
    return why === null ? [] : [sentence(why) + wayOf(each.via)];
  });
  const masks = selections
    .filter(({ maskReason }) => maskReason !== null && run.maskReason === null)
    .map(({ pattern, maskReason, via }) => `${pattern}: ${maskReason}${wayOf(via)}`);
  return [
    ...[...open, ...argued].map((message) => ({ kind: "unresolved_tests" as const, message })),
    ...masks.map((message) => ({ kind: "masked" as const, message })),
    ...skips.map((skip) => ({ kind: "skips_itself" as const, message: skipText(skip) })),
  ];
}

const NAMES_SHOWN = 6;

/** What a script waits for that it skips tests without. */
function skipText({ path, skips, isNeverGiven }: SkippedBy): string {
  const waits = skips.slice(0, NAMES_SHOWN).map(({ line, names }) => {
    const are = names.length === 1 ? "is" : "are";
    return `${names.join(", ")} ${are} empty (line ${line})`;
  });
  const never = isNeverGiven ? ", which this job does not set" : "";
  return `${path} leaves tests out and still ends well where ${waits.join(" or ")}${never}`;
}

const wayOf = (via: readonly Place[]): string =>
  via.length === 0 ? "" : ` (${via.map(({ path, line }) => `${path}:${line}`).join(" → ")})`;

const sentence = (text: string): string =>
  text.startsWith("runs ") ? `It ${text}` : text.charAt(0).toUpperCase() + text.slice(1);

/** Why it cannot be told of any test that a selection runs it; null where it runs some, or none at all. */
function whyOpen(
  { pattern, matches, unclear }: Selection,
  tests: readonly string[],
): string | null {
  if (pattern === "…") return null;
  let why: string | null = null;
  for (const path of tests) {
    if (matches(path)) return null;
    why ??= unclear(path);
  }
  return why;
}
