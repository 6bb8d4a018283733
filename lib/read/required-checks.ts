import type { RequiredChecksView, RequiredContextView } from "#/lib/contract/gates.ts";
import { isProduced } from "#/lib/coverage/gate/context/context-names.ts";
import { mapRequired } from "#/lib/coverage/gate/context/map-required.ts";
import { gateRef } from "#/lib/coverage/gate/gate.ts";
import { loadSeenContexts } from "#/lib/store/load-checks.ts";
import { readGateReading } from "./gate-reading.ts";
import type { RepositoryWithGates, StoredGate } from "./gate-scope.ts";
import { whyNotRead } from "./why-not-read.ts";

/** What the default branch of each repository demands, and which job produces each context that it names. */
export const readRequiredChecks = (
  scope: readonly RepositoryWithGates[],
): Promise<RequiredChecksView[]> => Promise.all(scope.map(checksOf));

async function checksOf(place: RepositoryWithGates): Promise<RequiredChecksView> {
  const { alias, defaultBranch: branch, streams, syncEnabled, forge } = place;
  const why = whyNotRead(streams, "protection", syncEnabled);
  const [demanded] = place.protections;
  if (why !== null || !demanded?.protected) return { alias, branch, why, demands: null };
  const { checksRequired, approvals, bypass } = demanded;
  const contexts = checksRequired ? await contextsOf(place, demanded.contexts) : [];
  const isGiteaLike = forge === "gitea" || forge === "forgejo";
  const all = checksRequired && contexts.length === 0 && isGiteaLike;
  return { alias, branch, why, demands: { checksRequired, all, contexts, approvals, bypass } };
}

async function contextsOf(
  place: RepositoryWithGates,
  wanted: readonly string[],
): Promise<RequiredContextView[]> {
  if (!isHeld(place)) return wanted.map((context) => ({ context, state: "unknown", gates: [] }));
  const told = wanted.map((context): RequiredContextView => {
    const gates = place.gates.filter((gate) => produces(gate, context, place));
    return { context, state: "produced", gates: gates.map(named) };
  });
  // The contexts that are stored of a gate are those that were seen; it may produce others.
  return told.every(({ gates }) => gates.length > 0) ? told : mapAgain(place, wanted);
}

async function mapAgain(
  place: RepositoryWithGates,
  wanted: readonly string[],
): Promise<RequiredContextView[]> {
  const [{ forge, gates }, seen] = await Promise.all([
    readGateReading(place.id),
    loadSeenContexts(place.id),
  ]);
  const required = { checksRequired: true, contexts: wanted };
  const mapped = mapRequired({ gates, required, seen, forge });
  return mapped.contexts.map(({ context, state, gates: by }) => ({
    context,
    state,
    gates: place.gates.filter((gate) => by.includes(gateRef(gate))).map(named),
  }));
}

/** Whether the jobs were held against what the branch demands, or none are there to be. */
const isHeld = ({ gates, streams, syncEnabled }: RepositoryWithGates): boolean =>
  gates.length === 0
    ? whyNotRead(streams, "workflows", syncEnabled) === null
    : gates.some(({ required }) => required !== null);

const named = ({ id, name }: StoredGate) => ({ id, name });

function produces(gate: StoredGate, context: string, { forge }: RepositoryWithGates): boolean {
  const { runsOnPullRequest, triggers, contexts } = gate;
  const reports =
    runsOnPullRequest || triggers.includes("push") || triggers.includes("merge_group");
  return (
    reports &&
    contexts.some((text) => isProduced(context, { text, whole: !text.includes("*") }, forge))
  );
}
