import type { Gate } from "#/lib/coverage/gate/gate.ts";
import { gateRef } from "#/lib/coverage/gate/gate.ts";
import { wouldRun } from "#/lib/coverage/gate/trigger/would-run.ts";
import { type Bringer, coverOfIssue, type IssueCover } from "#/lib/coverage/link/cover-of-issue.ts";
import { withClaims } from "#/lib/coverage/link/declared-claims.ts";
import { type Endpoint, type ForgeObject, keyOf } from "#/lib/coverage/link/endpoint.ts";
import { indexLinks } from "#/lib/coverage/link/index-links.ts";
import { issueFacts } from "#/lib/coverage/link/issue-facts.ts";
import type { Link } from "#/lib/coverage/link/link.ts";
import { gateStanding } from "#/lib/coverage/rung/gate-standing.ts";
import { known, unknown } from "#/lib/facts/known.ts";
import type { DeclaredGapRow } from "#/lib/store/load-declared-gaps.ts";
import type { ProgramFacts, RepositoryInScope } from "#/lib/store/load-program-facts.ts";
import { claimsOf } from "./claims-of.ts";
import type { LinksOfIssue } from "./judge-issues.ts";
import type { Observation } from "./observe.ts";

type Judged = {
  readonly repository: RepositoryInScope;
  readonly gates: readonly Gate[];
  readonly observation: Observation;
  readonly bringers: ReadonlyMap<number, Bringer>;
  readonly knowsGates: boolean;
  /** When those of them came to the default branch that are not among the bringers. */
  readonly mergedBefore: ReadonlyMap<number, Date>;
};

// Only an audited repository has items: all that it says itself was read to the end.
const READ = known(true as const);

export type LinkedFacts = {
  readonly linksTo: (to: Endpoint) => readonly Link[];
  /** Null for what could not be read. */
  readonly bringerOf: (from: Endpoint) => Bringer | null;
  readonly nameOf: (from: Endpoint) => string;
  /** Whether a gate may run for a change of these files in its repository; one that is not known may. */
  readonly mayRunFor: (repositoryId: number, gate: string, paths: readonly string[]) => boolean;
  readonly ofIssue: (repositoryId: number, number: number) => ReturnType<LinksOfIssue>;
  readonly ofDeclared: (gap: DeclaredGapRow) => IssueCover;
};

/** What links bring to the items of a program, once every merged pull request was judged by its own evidence. */
export function linkedFacts(input: {
  program: ProgramFacts;
  links: readonly Link[];
  judged: readonly Judged[];
}): LinkedFacts {
  const { program, links, judged } = input;
  const placeOf = new Map(judged.map((place) => [place.repository.id, place]));
  const linksTo = indexLinks(links);
  const bringerOf = (from: Endpoint): Bringer | null => {
    const found = bringerAt(from);
    return found && from.kind !== "gap" ? placedIn(found, from.repositoryId) : found;
  };
  const bringerAt = (from: Endpoint): Bringer | null => {
    if (from.kind === "gap") return null;
    const place = placeOf.get(from.repositoryId);
    if (!place) return null;
    if (from.kind !== "gate") return place.bringers.get(from.number) ?? olderOf(place, from.number);
    if (!place.knowsGates) return null;
    const gate = place.gates.find((each) => gateRef(each) === from.gate);
    if (!gate) return GONE;
    const { acceptedKinds } = program.rules;
    const standing = gateStanding({ gate, acceptedKinds, runs: place.observation.runs });
    return { mergedAt: null, revertedBy: null, standing: known(standing) };
  };
  return {
    linksTo,
    bringerOf,
    nameOf: (from) => nameOf(from, placeOf),
    mayRunFor: (repositoryId, ref, paths) => {
      const place = placeOf.get(repositoryId);
      const gate = place?.gates.find((each) => gateRef(each) === ref);
      if (!place || !gate) return true;
      const change = { branch: place.repository.defaultBranch, event: null };
      return wouldRun(gate, paths, change).answer !== "no";
    },
    ofIssue: (repositoryId, number) =>
      issueFacts(coverOfIssue(linksTo({ kind: "issue", repositoryId, number }), bringerOf), READ),
    ofDeclared: (gap) => {
      const leading = gap.item === null ? [] : linksTo({ kind: "gap", number: gap.item });
      return coverOfIssue(withClaims(leading, claimsOf(gap)), bringerOf);
    },
  };
}

/** The same facts as if this pull request were merged and brought what it has. */
export const asIfMerged = (
  facts: LinkedFacts,
  from: ForgeObject,
  bringer: Bringer,
): LinkedFacts => {
  const brings = placedIn(bringer, from.repositoryId);
  const isIt = (each: Endpoint) => keyOf(each) === keyOf(from);
  return { ...facts, bringerOf: (each) => (isIt(each) ? brings : facts.bringerOf(each)) };
};

const GONE: Bringer = {
  mergedAt: null,
  revertedBy: null,
  standing: known({ rung: "none", missed: "tested", unknownAbove: null, evidence: [] }),
};

/** What was not merged within the window: it may have been before, and then its tests were not judged. */
function olderOf({ mergedBefore }: Judged, number: number): Bringer {
  const mergedAt = mergedBefore.get(number) ?? null;
  const standing = unknown("It was merged before the window, so its tests are not judged.");
  return { mergedAt, revertedBy: null, standing };
}

/** The same with the repository in which its evidence is to be opened. */
function placedIn(bringer: Bringer, repositoryId: number): Bringer {
  const { standing } = bringer;
  if (!standing.known) return bringer;
  const evidence = standing.value.evidence.map((each) => ({ ...each, repositoryId }));
  return { ...bringer, standing: known({ ...standing.value, evidence }) };
}

function nameOf(from: Endpoint, places: ReadonlyMap<number, Judged>): string {
  if (from.kind === "gap") return `GAP-${from.number}`;
  const alias = places.get(from.repositoryId)?.repository.alias ?? "?";
  return from.kind === "gate" ? `${alias} ${from.gate}` : `${alias}#${from.number}`;
}
