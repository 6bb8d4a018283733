import { bareTitle, readRevert } from "../lineage/read-revert.ts";
import { type Endpoint, keyOf } from "./endpoint.ts";
import type { Certainty, Held, Said } from "./link.ts";
import type { Scope } from "./link-repository.ts";
import type { NameMatcher } from "./name-matcher.ts";
import { type Reference, readReferences } from "./read-references.ts";
import { resolveReference } from "./resolve-reference.ts";

// Forges allow 255; the first line of a pushed commit may have a megabyte.
const TITLE_MAX = 500;

/** One text of a program: a title, a description, a comment, a gate's name. */
export type LinkText = {
  readonly from: Endpoint;
  readonly repositoryId: number;
  readonly context: Scope["context"];
  /** Of the pull request that it belongs to; null where it belongs to none. */
  readonly pullTitle: string | null;
  readonly place: string;
  readonly text: string;
};

export type Dangling = {
  readonly from: Endpoint;
  readonly place: string;
  readonly line: number;
  readonly quote: string;
  readonly why: string;
};

type Around = {
  readonly scope: Scope;
  readonly names: NameMatcher;
  /** Null where it is no pull request that was read. */
  readonly titleOf: (endpoint: Endpoint) => string | null;
};

type Found = { readonly said: readonly Said[]; readonly dangling: readonly Dangling[] };

/** What one text says of others, and which of its references lead nowhere; a text that names itself says nothing by it. */
export function saidIn(text: LinkText, { scope, names, titleOf }: Around): Found {
  const said: Said[] = [];
  const dangling: Dangling[] = [];
  const title = text.place === "title" || text.place === "name";
  const takesBack =
    text.pullTitle !== null && readRevert(text.pullTitle.slice(0, TITLE_MAX), null)?.takes === true;
  let before: Endpoint | null = null;
  for (const reference of readReferences(text.text, { title, names })) {
    const resolved = resolveReference(reference, scope);
    const { line, quote } = reference;
    if (resolved.certainty === "dangling") {
      dangling.push({ from: text.from, place: text.place, line, quote, why: resolved.why });
      before = null;
      continue;
    }
    const ends = resolved.certainty === "ambiguous" ? resolved.candidates : [resolved.to];
    for (const to of ends) {
      const { resolvedBy } = resolved;
      const place = { place: text.place, line, quote, resolvedBy, decided: null };
      const alternatives = ends.filter((each) => each !== to);
      const claims = [claimOf(reference, { text, to, takesBack, titleOf })];
      const gate = text.context === "program" ? listedGate(reference, before, to) : null;
      for (const claim of gate ? [...claims, gate] : claims) {
        if (keyOf(claim.from) === keyOf(claim.to)) continue;
        const certainty = certaintyOf(claim, reference, resolved.certainty);
        said.push({ ...claim, ...place, certainty, alternatives });
      }
    }
    before = resolved.certainty === "ambiguous" ? null : resolved.to;
  }
  return { said, dangling };
}

function certaintyOf(claim: Claim, { isPlain }: Reference, resolved: Certainty): Certainty {
  const leavesRoom = claim.relation !== "refs" && (!isPlain || claim.method === "gate-list");
  return resolved === "certain" && leavesRoom ? "likely" : resolved;
}

/** A program's list of gates, `#40 order-gate(#12)`, says of a pull request what it covers; it is not the gate's own word, so that a person has to confirm it. */
function listedGate(reference: Reference, from: Endpoint | null, to: Endpoint): Claim | null {
  if (!reference.isBehindName || reference.held !== null || from?.kind !== "pull") return null;
  return { from, to, relation: "covers", method: "gate-list", held: null };
}

type Claiming = {
  readonly text: LinkText;
  readonly to: Endpoint;
  readonly takesBack: boolean;
  readonly titleOf: Around["titleOf"];
};
type Claim = Pick<Said, "from" | "to" | "relation" | "method" | "held">;

function claimOf(reference: Reference, { text, to, takesBack, titleOf }: Claiming): Claim {
  const { relation, method, held, target } = reference;
  const { from } = text;
  const mention = (why: Held | null): Claim => ({
    from,
    to,
    relation: "refs",
    method: "mention",
    held: why,
  });
  if (relation === "refs") return mention(held);
  if (relation === "closed-by") {
    const isRepair = from.kind === "issue" && text.context === "item" && to.kind === "pull";
    return isRepair ? { from: to, to: from, relation: "closes", method, held } : mention(null);
  }
  if (from.kind === "issue") return mention("not-a-change");
  if (takesBack) return mention("reverted");
  if (method === "fix-title" && to.kind !== "issue") return mention(null);
  // A backport bears the title of its original, and the original's number behind it.
  const theirs = method === "title-harness" ? titleOf(to) : null;
  if (theirs !== null && text.pullTitle !== null && isSameTitle(theirs, text.pullTitle)) {
    return mention("copied");
  }
  // A gap is that a gate is missing: who closes it brings one.
  const isGap = target.kind === "gap" && relation === "closes";
  return { from, to, relation: isGap ? "covers" : relation, method, held };
}

const isSameTitle = (one: string, other: string): boolean =>
  bareTitle(one.slice(0, TITLE_MAX)) === bareTitle(other.slice(0, TITLE_MAX));
