/** What kinds of work close gaps, the least effort first. */
export const PIECE_KINDS = [
  "require",
  "unmask",
  "unfilter",
  "trigger",
  "extend",
  "new_gate",
] as const;

export type PieceKind = (typeof PIECE_KINDS)[number];

/** One piece of work that would close gaps of a program at one measure. */
export type Piece = {
  /** The same for the same piece in every assessment, as `require:alias:workflow:job`. */
  readonly key: string;
  readonly kind: PieceKind;
  /** A short sentence without a full stop. */
  readonly title: string;
  /** Why it closes them, and what else is needed. */
  readonly why: string;
  /** The alias of the repository where it is done; null where it is done in several. */
  readonly repository: string | null;
  /** `workflow:job`; null where it is about no existing gate. */
  readonly gate: string | null;
  /** The key of its cluster; null where it is about none. */
  readonly cluster: string | null;
  /** Who has to sign before it is dispatched; null where nobody has to. */
  readonly signOff: "cto" | null;
  /** The gaps that it closes by itself, sorted, each once. */
  readonly closes: readonly string[];
};

const EFFORT: Readonly<Record<PieceKind, number>> = {
  require: 0,
  unmask: 1,
  unfilter: 1,
  trigger: 1,
  extend: 2,
  new_gate: 3,
};

/** How much a kind of work takes compared to others, from 0 up. */
export const effortOf = (kind: PieceKind): number => EFFORT[kind];
