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
  const kept = links
    .flatMap(saidBy)
    .filter((said) => !isRejected(said) && !isOtherReading(said, chosen))
    .map((said) => withoutReadings(said, isRejected));
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

const isOtherReading = (said: Said, chosen: ReadonlySet<string>): boolean =>
  said.certainty === "ambiguous" &&
  !chosen.has(claimKey(said)) &&
  said.alternatives.some((to) => chosen.has(claimKey({ ...said, to })));

/** Where all other readings were rejected the last one is likely. */
function withoutReadings(said: Said, isRejected: (claim: Claim) => boolean): Said {
  if (said.certainty !== "ambiguous") return said;
  const alternatives = said.alternatives.filter((to) => !isRejected({ ...said, to }));
  return { ...said, alternatives, certainty: alternatives.length > 0 ? "ambiguous" : "likely" };
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
