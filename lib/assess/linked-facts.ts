import type { Gate } from "#/lib/coverage/gate/gate.ts";
import { gateRef } from "#/lib/coverage/gate/gate.ts";
import { type Bringer, coverOfIssue } from "#/lib/coverage/link/cover-of-issue.ts";
import type { Endpoint } from "#/lib/coverage/link/endpoint.ts";
import { indexLinks } from "#/lib/coverage/link/index-links.ts";
import { issueFacts } from "#/lib/coverage/link/issue-facts.ts";
import type { Link } from "#/lib/coverage/link/link.ts";
import { gateStanding } from "#/lib/coverage/rung/gate-standing.ts";
import { known } from "#/lib/facts/known.ts";
import type { ProgramFacts, RepositoryInScope } from "#/lib/store/load-program-facts.ts";
import type { LinksOfIssue } from "./judge-issues.ts";
import type { Observation } from "./observe.ts";

type Judged = {
  readonly repository: RepositoryInScope;
  readonly gates: readonly Gate[];
  readonly observation: Observation;
  readonly bringers: ReadonlyMap<number, Bringer>;
};

// Only an audited repository has items: all that it says itself was read to the end.
const READ = known(true as const);

export type LinkedFacts = {
  readonly linksTo: (to: Endpoint) => readonly Link[];
  /** Null for what was not read, or not merged within the window. */
  readonly bringerOf: (from: Endpoint) => Bringer | null;
  readonly nameOf: (from: Endpoint) => string;
  readonly ofIssue: (repositoryId: number, number: number) => ReturnType<LinksOfIssue>;
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
    if (from.kind !== "gate") return place?.bringers.get(from.number) ?? null;
    const gate = place?.gates.find((each) => gateRef(each) === from.gate);
    if (!place || !gate) return null;
    const { acceptedKinds } = program.rules;
    const standing = gateStanding({ gate, acceptedKinds, runs: place.observation.runs });
    return { mergedAt: null, revertedBy: null, standing: known(standing) };
  };
  return {
    linksTo,
    bringerOf,
    nameOf: (from) => nameOf(from, placeOf),
    ofIssue: (repositoryId, number) =>
      issueFacts(coverOfIssue(linksTo({ kind: "issue", repositoryId, number }), bringerOf), READ),
  };
}

/** The same with the repository in which its evidence is to be opened. */
function placedIn(bringer: Bringer, repositoryId: number): Bringer {
  const { standing } = bringer;
  if (!standing.known) return bringer;
  const evidence = standing.value.evidence.map((each) => ({ ...each, repositoryId }));
  return { ...bringer, standing: known({ ...standing.value, evidence }) };
}

/** Numbers of the pull requests of a repository that say that they repair or cover something. */
export const sourcesIn = (repositoryId: number, links: readonly Link[]): ReadonlySet<number> =>
  new Set(
    links.flatMap(({ from, relation, also }) =>
      from.kind === "pull" &&
      from.repositoryId === repositoryId &&
      [relation, ...also.map((each) => each.relation)].some((each) => each !== "refs")
        ? [from.number]
        : [],
    ),
  );

function nameOf(from: Endpoint, places: ReadonlyMap<number, Judged>): string {
  if (from.kind === "gap") return `GAP-${from.number}`;
  const alias = places.get(from.repositoryId)?.repository.alias ?? "?";
  return from.kind === "gate" ? `${alias} ${from.gate}` : `${alias}#${from.number}`;
}
