import { effortOf, type Piece } from "./piece.ts";
import { type Change, type ItemAt, type RepositoryChange, startProgress } from "./progress.ts";

/** A piece of work at its place in the order. */
export type OrderedPiece = {
  readonly piece: Piece;
  /** The gaps that it closes and none before it did, sorted. */
  readonly closes: readonly string[];
  /** How many gaps it would close by itself. */
  readonly alone: number;
  /** The figures with all pieces before it done, and with it done too. */
  readonly program: Change;
  /** The same of each repository in which it closes a gap, with the share of its gaps. */
  readonly repositories: readonly RepositoryChange[];
};

export type OrderedWork = {
  readonly order: readonly OrderedPiece[];
  /** Pieces that close nothing any more once the others are done, by key. */
  readonly spare: readonly { readonly piece: Piece; readonly alone: number }[];
  /** The gaps that no piece closes, sorted. */
  readonly rest: readonly string[];
};

/** Which work to do first: again and again the piece that closes most of the gaps that are still open; of equal ones the one of less effort, then by key. Items that are covered, waived or unknown are no gaps, whatever a piece says of them. The order of items and pieces changes nothing. */
export function orderWork({
  items,
  pieces,
  waived,
}: {
  /** The items of one population at one measure. */
  readonly items: readonly ItemAt[];
  readonly pieces: readonly Piece[];
  /** Keys of items that are waived, beside those whose verdict says so. */
  readonly waived: ReadonlySet<string>;
}): OrderedWork {
  const progress = startProgress(items, waived);
  const open = new Set(progress.gaps.keys());
  const candidates = pieces.toSorted(byEffort).map((piece) => {
    const closes = [...new Set(piece.closes)].filter((key) => open.has(key)).toSorted();
    return { piece, closes, left: closes.length };
  });
  const closedBy = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    for (const key of candidate.closes) {
      const held = closedBy.get(key);
      if (held) held.push(candidate);
      else closedBy.set(key, [candidate]);
    }
  }
  const order: OrderedPiece[] = [];
  for (let best = most(candidates); best !== null; best = most(candidates)) {
    const closes = best.closes.filter((key) => open.delete(key));
    // A gap is taken from each piece once, so that no piece is counted again.
    for (const key of closes) for (const other of closedBy.get(key) ?? []) other.left -= 1;
    const { piece } = best;
    order.push({ piece, closes, alone: best.closes.length, ...progress.close(closes) });
  }
  const done = new Set(order.map(({ piece }) => piece));
  const spare = candidates
    .filter(({ piece }) => !done.has(piece))
    .map(({ piece, closes }) => ({ piece, alone: closes.length }))
    .toSorted((one, other) => byKey(one.piece, other.piece));
  return { order, spare, rest: [...open].toSorted() };
}

type Candidate = { readonly piece: Piece; readonly closes: readonly string[]; left: number };

/** The piece that closes most, the first of equals; null where none closes anything. */
function most(candidates: readonly Candidate[]): Candidate | null {
  let best: Candidate | null = null;
  for (const each of candidates) {
    if (each.left > (best?.left ?? 0)) best = each;
  }
  return best;
}

const byEffort = (one: Piece, other: Piece): number =>
  effortOf(one.kind) - effortOf(other.kind) || byKey(one, other);

const byKey = (one: Piece, other: Piece): number =>
  one.key < other.key ? -1 : one.key > other.key ? 1 : 0;
