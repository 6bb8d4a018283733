import { type Endpoint, keyOf } from "./endpoint.ts";
import { groupLinks, saidBy } from "./group-links.ts";
import type { Link, Mention, Relation, Said } from "./link.ts";

/** A person's word on one link. The newest word of a key (both ends and the relation) is in force. */
export type LinkDecision = {
  /** Grows with time. */
  readonly id: number;
  readonly from: Endpoint;
  readonly to: Endpoint;
  readonly relation: Relation;
  /** `confirm` also adds what no text says; `insufficient` keeps a gate as linked and not enough; null takes the word back. */
  readonly value: "confirm" | "reject" | "insufficient" | null;
  /** Of `insufficient`, what the gate does not reach. */
  readonly reason: string;
  readonly actor: string;
};

/** Links as people decided about them: what was rejected is gone whatever the texts say, now and after any resync; what was confirmed is certain, and other readings of the same reference are gone with it. */
export function personLinks(
  links: readonly Link[],
  decisions: readonly LinkDecision[],
): readonly Link[] {
  const inForce = newest(decisions);
  const accepted = [...inForce.values()].flatMap((decision) => acceptedBy(decision) ?? []);
  const chosen = new Set(accepted.map((said) => claimKey(said)));
  const isRejected = (claim: Claim) => inForce.get(claimKey(claim))?.value === "reject";
  const left = withoutRejected(links.flatMap(saidBy), isRejected);
  const isChosen = (said: Said) => chosen.has(claimKey(said));
  const answered = new Set(left.filter((said) => isOpen(said) && isChosen(said)).map(referenceOf));
  const kept = left.filter(
    (said) => !isOpen(said) || isChosen(said) || !answered.has(referenceOf(said)),
  );
  const decided = new Set<string>();
  const said = kept.map((each): Said => {
    const word = inForce.get(claimKey(each));
    const mark = word && decidedBy(word);
    if (!mark) return each;
    decided.add(claimKey(each));
    return { ...each, certainty: "certain", alternatives: [], decided: mark };
  });
  return groupLinks([...said, ...accepted.filter((each) => !decided.has(claimKey(each)))]);
}

type Claim = Pick<Said, "from" | "to" | "relation">;

const claimKey = ({ from, to, relation }: Claim): string =>
  `${keyOf(from)} ${relation} ${keyOf(to)}`;

function newest(decisions: readonly LinkDecision[]): ReadonlyMap<string, LinkDecision> {
  const found = new Map<string, LinkDecision>();
  for (const decision of decisions) {
    const key = claimKey(decision);
    if ((found.get(key)?.id ?? -Infinity) < decision.id) found.set(key, decision);
  }
  return found;
}

const isOpen = ({ certainty }: Said): boolean => certainty === "ambiguous";

/** Rejected readings are gone; where all but one of a reference were, that one is likely. */
function withoutRejected(
  all: readonly Said[],
  isRejected: (claim: Claim) => boolean,
): readonly Said[] {
  const [gone, left] = [all.filter(isRejected), all.filter((said) => !isRejected(said))];
  const readings = (said: readonly Said[]) =>
    new Set(said.filter(isOpen).map((each) => readingOf(each, meantBy(each))));
  const [goneReadings, leftReadings] = [readings(gone), readings(left)];
  return left.map((said): Said => {
    if (!isOpen(said)) return said;
    const alternatives = said.alternatives.filter((end) => {
      const reading = readingOf(said, end);
      const isGone = goneReadings.has(reading) && !leftReadings.has(reading);
      return !isGone && !isRejected(readAs(said, end));
    });
    return { ...said, alternatives, certainty: alternatives.length > 0 ? "ambiguous" : "likely" };
  });
}

/** The end that a reference means: of an issue that names its repair the one that the link leads from. */
const meantBy = ({ method, from, to }: Said): Endpoint => (method === "named-as-fix" ? from : to);

const readAs = (said: Said, end: Endpoint): Claim =>
  said.method === "named-as-fix" ? { ...said, from: end } : { ...said, to: end };

/** One for all readings of a reference of a text; the same number is a repair of an issue where it is a pull request, and a mention by it where it is not. */
const referenceOf = (said: Said): string =>
  JSON.stringify([
    ...placeOf(said),
    [meantBy(said), ...said.alternatives].map((end) => keyOf(end)).toSorted(),
  ]);

const readingOf = (said: Said, end: Endpoint): string =>
  JSON.stringify([...placeOf(said), keyOf(end)]);

function placeOf({ method, from, to, place, line, quote }: Said) {
  return [keyOf(method === "named-as-fix" ? to : from), place, line, quote] as const;
}

function decidedBy({ value, reason, actor }: LinkDecision): Mention["decided"] {
  return value === "confirm" || value === "insufficient" ? { value, reason, actor } : null;
}

function acceptedBy(decision: LinkDecision): Said | null {
  const decided = decidedBy(decision);
  if (!decided) return null;
  const { from, to, relation, reason } = decision;
  return {
    from,
    to,
    relation,
    method: "person",
    resolvedBy: "person",
    certainty: "certain",
    place: "person",
    line: 0,
    quote: reason,
    held: null,
    alternatives: [],
    decided,
  };
}
