import type { ItemView } from "#/lib/contract/item.ts";
import { HAS_TEST } from "#/lib/coverage/measure.ts";
import { formatDay } from "#/lib/format.ts";

export type DoneState = "done" | "open" | "unknown" | "optional";

type Part = { readonly state: DoneState; readonly text: string };
type View = Pick<
  ItemView,
  "row" | "program" | "measure" | "resolution" | "missed" | "unknownAbove"
>;

/** Whether a patch was merged: a fix is one; of an issue only what was read is claimed. */
export function preparePatch({ row, program, resolution, unknownAbove }: View): Part {
  if (row.kind === "fix") {
    const number = row.number === null ? "" : ` as #${row.number}`;
    return {
      state: "done",
      text: `Merged${number} on ${formatDay(row.enteredAt, program.timeZone)}.`,
    };
  }
  if (resolution === null) {
    const why = unknownAbove?.missing ?? "whether a patch was merged is not known.";
    return { state: "unknown", text: `Unknown: ${lowerFirst(why)}` };
  }
  if (resolution === "OPEN") return { state: "open", text: "No merged patch names this issue." };
  return { state: "done", text: "A merged patch names this issue." };
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** Whether the evidence reaches what the policy asks for. */
export function prepareGate({ row, program, measure, missed, unknownAbove }: View): Part {
  if (measure === HAS_TEST && program.measure !== HAS_TEST) {
    return {
      state: "optional",
      text: `Only the audit’s own measure, ${HAS_TEST}, counts it; the policy asks nothing of it.`,
    };
  }
  if (row.verdict === "covered") {
    return {
      state: "done",
      text: `The evidence reaches ${row.rung}; the policy asks for ${program.measure}.`,
    };
  }
  if (row.verdict === "waived") return { state: "optional", text: "Waived." };
  const reached = row.rung === "none" ? "No evidence is found" : `The evidence reaches ${row.rung}`;
  if (row.verdict === "unknown") {
    const missing = unknownAbove === null ? "" : `: ${unknownAbove.missing}`;
    return {
      state: "unknown",
      text: `${reached}; whether it climbs further is not known${missing}`,
    };
  }
  const misses =
    missed === null ? `it does not reach ${program.measure}` : `it certainly misses ${missed}`;
  return { state: "open", text: `${reached}, and ${misses}.` };
}
