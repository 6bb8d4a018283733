import type { Gate } from "../gate/gate.ts";
import { gateRef } from "../gate/gate.ts";
import type { Evidence, Standing } from "../verdict.ts";
import { blockedBy } from "./blocking.ts";
import { executedBy } from "./executed.ts";
import type { ObservedRuns, Told } from "./observed-runs.ts";

const NOT_PROVEN =
  "Whether the test fails without the fix and passes with it: nobody proved it yet.";

type Above = Omit<Standing, "evidence"> & { readonly evidence: readonly Evidence[] };
type Seen = { readonly gate: Gate; readonly executed: Told; readonly blocking: Told };

/** How far evidence that is gated by these jobs climbs by what was seen of their runs: the best of them counts; a rung is missed only where every one of them misses it, and a fact that was not read leaves it unknown. */
export function climbRuns(
  gated: readonly { readonly gate: Gate; readonly path: string }[],
  runs: ObservedRuns,
): Above {
  const gates = [...new Map(gated.map(({ gate }) => [gateRef(gate), gate])).values()];
  const seen = gates.map((gate) => ({
    gate,
    executed: executedBy(gate, runs),
    blocking: blockedBy(gate, runs),
  }));
  const pathOf = (gate: Gate): string => gated.find((each) => each.gate === gate)?.path ?? "";
  const evidence = seen.flatMap((each) => evidenceOf(each, pathOf(each.gate)));
  const executed = seen.filter((each) => each.executed.holds === "yes");
  if (executed.length === 0) return { ...belowExecuted(seen), evidence };
  const told = (holds: Told["holds"]) => seen.find((each) => both(each) === holds);
  if (told("yes"))
    return above("blocking", null, { rung: "proven", missing: NOT_PROVEN }, evidence);
  const open = told("unknown");
  if (open === undefined) {
    const missedBecause = executed.map(({ blocking }) => blocking.why).join(" ");
    return { ...above("executed", "blocking", null, evidence), missedBecause };
  }
  return above("executed", null, { rung: "blocking", missing: missingOf(open) }, evidence);
}

/** Whether one job both ran and blocks: what it takes to stand at `blocking`. */
function both({ executed, blocking }: Seen): Told["holds"] {
  if (executed.holds === "no" || blocking.holds === "no") return "no";
  return executed.holds === "yes" && blocking.holds === "yes" ? "yes" : "unknown";
}

function belowExecuted(seen: readonly Seen[]): Omit<Above, "evidence"> {
  const open = seen.find(({ executed }) => executed.holds === "unknown");
  if (open === undefined) {
    const missedBecause = seen.map(({ executed }) => executed.why).join(" ");
    return { rung: "gated", missed: "executed", missedBecause, unknownAbove: null };
  }
  const unknownAbove = { rung: "executed", missing: open.executed.why } as const;
  // Whatever it turns out to have done, a job that is not required blocks nothing.
  if (!seen.every((each) => both(each) === "no"))
    return { rung: "gated", missed: null, unknownAbove };
  const missedBecause = seen
    .map(({ executed, blocking }) => (blocking.holds === "no" ? blocking.why : executed.why))
    .join(" ");
  return { rung: "gated", missed: "blocking", missedBecause, unknownAbove };
}

const missingOf = ({ executed, blocking }: Seen): string =>
  executed.holds === "unknown" ? executed.why : blocking.why;

function evidenceOf({ gate, executed, blocking }: Seen, path: string): readonly Evidence[] {
  const place = { path, gate: gateRef(gate) };
  const ran = { rule: "gate-succeeded", rung: "executed", ...place, note: executed.why } as const;
  const blocks = { rule: "gate-required", rung: "blocking", ...place, note: blocking.why } as const;
  if (executed.holds !== "yes") return [];
  return blocking.holds === "yes" ? [ran, blocks] : [ran];
}

function above(
  rung: Above["rung"],
  missed: Above["missed"],
  unknownAbove: Above["unknownAbove"],
  evidence: readonly Evidence[],
): Above {
  return { rung, missed, unknownAbove, evidence };
}
