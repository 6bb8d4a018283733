import { type Endpoint, type ForgeObject, keyOf } from "./endpoint.ts";
import { groupLinks, saidBy } from "./group-links.ts";
import type { Link, Said } from "./link.ts";

/** What whoever wrote a gap down says of the pull requests that close it: each repairs it, and covers it as far as its tests climb. */
export const declaredClaims = (to: Endpoint, closedBy: readonly ForgeObject[]): readonly Said[] =>
  closedBy.flatMap((from) =>
    (["closes", "covers"] as const).map(
      (relation): Said => ({
        from,
        to,
        relation,
        method: "person",
        resolvedBy: "person",
        certainty: "certain",
        place: "declared",
        line: 0,
        quote: "",
        held: null,
        alternatives: [],
        decided: null,
      }),
    ),
  );

/** The links that lead to a declared gap together with what its declaration claims; what a person decided later about one of them wins. */
export function withClaims(links: readonly Link[], claims: readonly Said[]): readonly Link[] {
  const said = links.flatMap(saidBy);
  const decided = new Set(said.filter((each) => each.decided !== null).map(claimKey));
  return groupLinks([...said, ...claims.filter((claim) => !decided.has(claimKey(claim)))]);
}

const claimKey = ({ from, relation }: Said): string => `${keyOf(from)} ${relation}`;
