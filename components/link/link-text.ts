import type { LinkView } from "#/lib/contract/links.ts";
import type { Certainty, Held, Relation } from "#/lib/coverage/link/link.ts";

type Saying = Pick<LinkView, "relation" | "method" | "decided">;

/** As a text says it of itself, and as it is where a person says it. */
const SAYS: Record<Relation, readonly [text: string, fact: string]> = {
  closes: ["says that it repairs", "repairs"],
  covers: ["says that it covers", "covers"],
  refs: ["mentions", "mentions"],
};

/** What a link says of what it leads to; the sentence ends with that. */
export function relationText({ relation, method, decided }: Saying): string {
  if (decided?.value === "insufficient") return "does not cover enough of";
  // Neither stands in a text of its own: the issue names its repair, the program's list its gates.
  if (method === "named-as-fix") return "is named as the repair of";
  if (method === "gate-list") return "is listed as covering";
  const [text, fact] = SAYS[relation];
  return method === "person" ? fact : text;
}

/** The bare verb of a relation, for the title of a decision. */
export const verbText = (relation: Relation): string => SAYS[relation][1];

const REJECTED: Record<Relation, string> = {
  closes: "does not repair",
  covers: "does not cover",
  refs: "is not about",
};

/** What a person said of a link by rejecting it; the sentence ends with what it leads to. */
export const rejectedText = (relation: Relation): string => REJECTED[relation];

const CERTAINTIES: Record<Certainty, string | null> = {
  certain: null,
  likely: "likely",
  ambiguous: "may mean something else",
};

/** How sure it is that a link means this; null when it is. */
export const certaintyText = (certainty: Certainty): string | null => CERTAINTIES[certainty];

const PLACES: ReadonlyMap<string, string> = new Map([
  ["title", "title"],
  ["body", "text"],
  ["name", "the gate’s name"],
]);

/** Where a link's sentence stands; null where no text says it. */
export function placeText({ place, line }: Pick<LinkView, "place" | "line">): string | null {
  if (place === "person") return null;
  const where = PLACES.get(place) ?? (place.startsWith("comment:") ? "comment" : place);
  // A title and a name are one line.
  return place === "title" || place === "name" || line === 0 ? where : `${where}, line ${line}`;
}

const HELD_TEXTS: Record<Held, string> = {
  quoted: "it stands in a quotation or in code",
  struck: "it is struck out",
  unchecked: "its box is not ticked",
  question: "it asks",
  negated: "it is denied, or put under a condition",
  planned: "it speaks of what is still to be done",
  partial: "it speaks of a part only",
  reverted: "it speaks of a change that is taken back",
  copied: "the title is that of the change that it copies",
  "not-a-change": "it does not say that this change does so",
};

const isHeld = (held: string): held is Held => Object.hasOwn(HELD_TEXTS, held);

/** Why stronger words do not count where they stand; null when there are none. */
export function heldText(held: string | null): string | null {
  if (held === null) return null;
  return `More is said there and does not count: ${isHeld(held) ? HELD_TEXTS[held] : held}.`;
}
