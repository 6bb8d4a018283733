import { compareEndpoints, compareText, keyOf } from "./endpoint.ts";
import { CERTAINTIES, type Link, type Mention, RELATIONS, type Said } from "./link.ts";

/** One link per pair of ends with its strongest mention first: what is certain before what is not decided, then what closes, covers, mentions. The same for the same mentions in any order. */
export function groupLinks(said: readonly Said[]): readonly Link[] {
  const pairs = new Map<string, Said[]>();
  for (const each of said) {
    const key = `${keyOf(each.from)} ${keyOf(each.to)}`;
    const pair = pairs.get(key);
    if (pair) pair.push(each);
    else pairs.set(key, [each]);
  }
  return [...pairs.values()]
    .flatMap((pair) => linkOf(pair) ?? [])
    .toSorted(
      (one, other) => compareEndpoints(one.from, other.from) || compareEndpoints(one.to, other.to),
    );
}

/** The mentions of a link with both ends each, the strongest first. */
export const saidBy = ({ also, ...strongest }: Link): readonly Said[] => [
  strongest,
  ...also.map((mention) => ({ ...mention, from: strongest.from, to: strongest.to })),
];

function linkOf(pair: readonly Said[]): Link | null {
  const [only, ...more] = pair;
  if (!only) return null;
  if (more.length === 0) return { ...only, also: [] };
  const ordered = pair
    .map((said) => ({ said, identity: identityOf(said) }))
    .toSorted(
      (one, other) =>
        strengthOf(one.said) - strengthOf(other.said) ||
        compareText(one.said.place, other.said.place) ||
        one.said.line - other.said.line ||
        compareText(one.identity, other.identity),
    )
    .filter(({ identity }, index, all) => identity !== all[index - 1]?.identity)
    .map(({ said }) => said);
  const [strongest, ...others] = ordered;
  if (!strongest) return null;
  return { ...strongest, also: others.map(({ from: _from, to: _to, ...mention }) => mention) };
}

const strengthOf = ({ relation, certainty }: Mention): number => {
  const open = certainty === "ambiguous" ? RELATIONS.length : 0;
  return (open + RELATIONS.indexOf(relation)) * CERTAINTIES.length + CERTAINTIES.indexOf(certainty);
};

const identityOf = (said: Said): string =>
  JSON.stringify([
    said.relation,
    said.method,
    said.resolvedBy,
    said.certainty,
    said.place,
    said.line,
    said.quote,
    said.held,
    said.alternatives.map(keyOf),
    said.decided,
  ]);
