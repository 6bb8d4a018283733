import { claimedCount } from "./claimed-count.ts";
import type { Field } from "./field.ts";
import { type Family, type Node, stopWaiting } from "./field.ts";
import { inLine, sayList, slug } from "./slug.ts";

/** A group that a tracking text drew around families and single fixes. */
export type TextGroup = {
  /** Of the only family that it took, else of the text's heading. */
  readonly key: string;
  readonly name: string;
  /** The text's own heading. */
  readonly lead: string;
  /** How many gaps the heading claims; null where it says no number, or several. */
  readonly claimed: number | null;
  /** Those that it took whole, the oldest first. */
  readonly families: readonly Family[];
  /** What it names beside them. */
  readonly own: readonly Node[];
};

const NAMED_MIN = 3;
const NAME_MAX = 120;
const LEAD_MAX = 160;
const SCOPES_MAX = 4;

/** Draws a group: it takes each family of which the text names three, as the families are by now and none took them, and what else it names; where it takes no family, three have to be left. Null where they are not. */
export function drawGroup(input: {
  readonly lead: string;
  readonly named: readonly Node[];
  /** Of each family that an earlier group took. */
  readonly taken: ReadonlySet<Family>;
}): Omit<TextGroup, "key"> | null {
  const named = input.named.filter(({ family }) => !family || !input.taken.has(family));
  const counts = new Map<Family, number>();
  for (const { family } of named) if (family) counts.set(family, (counts.get(family) ?? 0) + 1);
  const families = [...counts]
    .filter(([, count]) => count >= NAMED_MIN)
    .map(([family]) => family)
    .toSorted((one, other) => one.order - other.order);
  const own = named.filter(({ family }) => !family || !families.includes(family));
  if (families.length === 0 && own.length < NAMED_MIN) return null;
  const lead = inLine(input.lead.replace(/[*_`#]/g, ""), LEAD_MAX).replace(/[\s:]+$/, "");
  const names = families.length > 0 ? families.map(({ name }) => name) : scopesOf(own);
  return {
    name: inLine(sayList(names) || withoutClaim(lead), NAME_MAX),
    lead,
    claimed: claimedCount(lead),
    families,
    own,
  };
}

/** Takes fixes out of their families, or out of those that wait for one. */
export function takeOut(nodes: readonly Node[], fieldOf: (node: Node) => Field | undefined): void {
  for (const node of nodes) {
    const field = fieldOf(node);
    if (node.family) node.family.members.delete(node);
    else if (field) stopWaiting(field, node);
    node.family = null;
  }
}

/** The key of a group, before others of the same key are thought of. */
export function keyOfDrawn({ families, lead }: Omit<TextGroup, "key">): string {
  const [only, ...others] = families;
  return only && others.length === 0 ? only.key : `text.${slug(withoutClaim(lead))}`;
}

const withoutClaim = (lead: string): string => lead.replace(/\s*\([^()]{0,80}\)\s*$/, "").trim();

function scopesOf(nodes: readonly Node[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { features } of nodes) {
    for (const scope of features.scopes) counts.set(scope, (counts.get(scope) ?? 0) + 1);
  }
  const scopes = [...counts].toSorted(([, one], [, other]) => other - one).map(([scope]) => scope);
  const more = scopes.length - SCOPES_MAX;
  return more > 1 ? [...scopes.slice(0, SCOPES_MAX), `${more} more`] : scopes;
}
