import type { ItemView } from "#/lib/contract/item.ts";
import { HAS_TEST } from "#/lib/coverage/measure.ts";
import { formatDay } from "#/lib/format.ts";
import { lowerFirst, sayList } from "./say-list.ts";

export type DoneState = "done" | "open" | "unknown" | "optional" | "recorded" | "absent";

type Part = { readonly state: DoneState; readonly text: string };

/** Whether a patch was merged: a fix is one; of an issue what its links say, as far as it was judged by them. */
export function preparePatch(
  view: Pick<
    ItemView,
    "row" | "program" | "resolution" | "unknownAbove" | "links" | "patches" | "declaration"
  >,
): Part {
  const { row, program, resolution, unknownAbove, patches } = view;
  const on = (at: string) => `on ${formatDay(at, program.timeZone)}`;
  if (row.kind === "fix") {
    const number = row.number === null ? "" : ` as #${row.number}`;
    return { state: "done", text: `Merged${number} ${on(row.enteredAt)}.` };
  }
  const merged = patches.map(({ label, mergedAt }) => `${label} ${on(mergedAt)}`);
  if (resolution !== "OPEN" && merged.length > 0) {
    return { state: "done", text: `Merged as ${sayList(merged)}.` };
  }
  if (resolution === null) {
    const why = unknownAbove?.missing ?? "whether a patch was merged is not known.";
    return { state: "unknown", text: `Unknown: ${lowerFirst(why)}` };
  }
  if (resolution === "RESOLVED" || resolution === "PATCHED_NOT_GATED") {
    return { state: "done", text: "A merged patch names this issue." };
  }
  if (row.kind === "declared") {
    const text = `No merged patch is said to close this gap${sayUnmerged(view)}.`;
    return { state: "open", text };
  }
  return { state: "open", text: `No merged patch names this issue${sayUnmerged(view)}.` };
}

/** A claim to repair that repairs nothing here, so that nobody misses it. */
function sayUnmerged({ links, declaration }: Pick<ItemView, "links" | "declaration">): string {
  const linked = links
    .filter(({ relation }) => relation === "closes")
    .map(({ from }) => from.label);
  const declared = (declaration?.closedBy ?? []).map(({ label }) => label);
  const closing = [...new Set([...linked, ...declared])];
  if (closing.length === 0) return "";
  const names = sayList(closing);
  return closing.length === 1
    ? `: ${names} would repair it, and is not merged, not decided, or was taken back`
    : `: ${names} would repair it, and none of them is merged, decided and not taken back`;
}

/** What keeps the defect from harm in operation; it is no gate, and may be missing. */
export function prepareGuard({ guard, program }: Pick<ItemView, "guard" | "program">): Part {
  if (guard === null) {
    return { state: "absent", text: "None is recorded. It is no gate and would resolve nothing." };
  }
  const day = formatDay(guard.at, program.timeZone);
  const what = guard.guard.replace(/\.$/, "");
  return {
    state: "recorded",
    text: `${what}, recorded by ${guard.by} on ${day}; no gate, so it resolves nothing.`,
  };
}

/** Whether the evidence reaches what the policy asks for, and by which gates. */
export function prepareGate(
  view: Pick<
    ItemView,
    "row" | "program" | "measure" | "missed" | "unknownAbove" | "links" | "evidence"
  >,
): Part {
  const { row, program, measure, missed, unknownAbove } = view;
  if (measure === HAS_TEST && program.measure !== HAS_TEST) {
    return {
      state: "optional",
      text: `Only the audit’s own measure, ${HAS_TEST}, counts it; the policy asks nothing of it.`,
    };
  }
  if (row.verdict === "waived") return { state: "optional", text: "Waived." };
  const reached =
    row.rung === "none" ? "No evidence is found" : `The evidence reaches ${row.rung}${sayBy(view)}`;
  if (row.verdict === "covered") {
    return { state: "done", text: `${reached}; the policy asks for ${program.measure}.` };
  }
  const short = sayShort(view);
  if (row.verdict === "unknown") {
    const missing = unknownAbove === null ? "." : `: ${sentence(unknownAbove.missing)}`;
    return {
      state: "unknown",
      text: `${reached}; whether it climbs further is not known${missing}${short}`,
    };
  }
  const misses =
    missed === null ? `it does not reach ${program.measure}` : `it certainly misses ${missed}`;
  return { state: "open", text: `${reached}, and ${misses}.${short}` };
}

/** The gates of the evidence at the rung that is reached; empty where none is named there. */
function sayBy({ row, evidence }: Pick<ItemView, "row" | "evidence">): string {
  const gates = evidence.filter(({ rung }) => rung === row.rung).flatMap(({ gate }) => gate ?? []);
  return gates.length === 0 ? "" : ` by ${sayList([...new Set(gates)])}`;
}

/** What people recorded as linked and not enough, with what it does not reach. */
function sayShort({ links }: Pick<ItemView, "links">): string {
  return links
    .filter(({ decided }) => decided?.value === "insufficient")
    .map(
      ({ from, decided }) =>
        ` ${from.label} is linked and not enough: ${sentence(decided?.reason ?? "")}`,
    )
    .join("");
}

const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);
