import type { CheckFact, CheckState } from "#/lib/facts/check.ts";
import { type Known, known, unknown } from "#/lib/facts/known.ts";
import type { CheckContext } from "./check-schema.ts";
import { isWorse, toCheckState } from "./to-check-state.ts";
import { webAddress } from "./web-address.ts";

/** The answers of a commit's contexts, by context. Several apps and workflows may post one name, and then the worst counts, since each must pass. Unknown where the forge uses a word for a state that we do not know. */
export function toChecks(rows: readonly CheckContext[]): Known<readonly CheckFact[]> {
  const checks = new Map<string, CheckFact>();
  for (const row of rows) {
    const said = row.__typename === "CheckRun" ? row.conclusion : row.state;
    const state = toCheckState(said);
    const context = row.__typename === "CheckRun" ? row.name : row.context;
    if (state === null) return unknown(notKnown(context, said ?? ""));
    const before = checks.get(context);
    if (before && !isWorse(state, before.state)) continue;
    const fact = toCheck(row, context, state);
    if (fact === null)
      return unknown(
        `The forge does not say when ${JSON.stringify(context.slice(0, 200))} was posted.`,
      );
    checks.set(context, fact);
  }
  return known([...checks.values()].toSorted((a, b) => (a.context < b.context ? -1 : 1)));
}

function toCheck(row: CheckContext, context: string, state: CheckState): CheckFact | null {
  if (row.__typename === "StatusContext") {
    return { context, state, at: row.createdAt, url: webAddress(row.targetUrl) };
  }
  // One that waits has not begun; its suite was made when it was asked for.
  const at = row.completedAt ?? row.startedAt ?? row.checkSuite?.createdAt ?? null;
  return at && { context, state, at, url: webAddress(row.detailsUrl) };
}

const notKnown = (context: string, said: string): string =>
  `The forge says ${JSON.stringify(said.slice(0, 40))} of the context ${JSON.stringify(context.slice(0, 200))}, which is no state that we know.`;
