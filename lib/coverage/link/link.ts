import type { Endpoint } from "./endpoint.ts";

/** What a link says, strongest first: that it repairs, that it would catch a return, or only that it is about it. */
export const RELATIONS = ["closes", "covers", "refs"] as const;
export type Relation = (typeof RELATIONS)[number];

/** `certain`: one reading. `likely`: a rule prefers one of several. `ambiguous`: nothing decides, so a person is asked. */
export const CERTAINTIES = ["certain", "likely", "ambiguous"] as const;
export type Certainty = (typeof CERTAINTIES)[number];

/** The words that a relation was read from. */
export type Method =
  | "closing-keyword"
  | "closing-words"
  | "closing-list"
  | "fix-title"
  | "named-as-fix"
  | "covers-words"
  | "covers-trailer"
  | "title-harness"
  | "gate-list"
  | "mention"
  | "person";

/** The rule that found which repository a number is of. */
export type ResolvedBy =
  | "alias-reference"
  | "repository-reference"
  | "url"
  | "adjacent-repository"
  | "sentence-repository"
  | "heading-repository"
  | "home-number"
  | "only-repository"
  | "gap-name"
  | "person";

/** Why words that would claim something claim nothing here. */
export type Held =
  | "quoted"
  | "struck"
  | "unchecked"
  | "question"
  | "negated"
  | "planned"
  | "partial"
  | "reverted"
  | "copied"
  | "not-a-change";

export type LinkDecided = {
  readonly value: "confirm" | "insufficient";
  readonly reason: string;
  readonly actor: string;
};

/** One place that says a link, or one person who does. */
export type Mention = {
  readonly relation: Relation;
  readonly method: Method;
  readonly resolvedBy: ResolvedBy;
  readonly certainty: Certainty;
  /** `title`, `body`, `comment:ID`, `name` of a gate, or `person`. */
  readonly place: string;
  /** From 1; 0 where a person says it. */
  readonly line: number;
  /** The sentence, at most 200 characters around the reference; a person's reason. */
  readonly quote: string;
  /** Set where words of a stronger relation stand there and do not count. */
  readonly held: Held | null;
  /** What else the same reference may mean; empty unless it is ambiguous. */
  readonly alternatives: readonly Endpoint[];
  /** What a person decided about it; null when nobody did. */
  readonly decided: LinkDecided | null;
};

/** A mention and the two ends that it ties. */
export type Said = Mention & { readonly from: Endpoint; readonly to: Endpoint };

/** One link per pair: its strongest mention, and all others. */
export type Link = Said & { readonly also: readonly Mention[] };
