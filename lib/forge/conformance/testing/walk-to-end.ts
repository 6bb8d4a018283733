import type { Forge, PoisonRow, Position, RowOf, Stream } from "../../forge.ts";

const PAGES_MAX = 5000;

export type Walked<S extends Stream> = {
  readonly rows: readonly RowOf[S][];
  readonly poison: readonly PoisonRow[];
  readonly pages: number;
  /** What the forge last said that the list has. */
  readonly total: number | null;
  /** The forge's clock at the first page and at the last. */
  readonly from: Date;
  readonly to: Date;
};

/** Walks over a stream to its proven end, with positions as a database keeps them. */
export async function walkToEnd<S extends Stream>(
  forge: Forge,
  asked: { stream: S; repository: string; since?: Date },
): Promise<Walked<S>> {
  const rows: RowOf[S][] = [];
  const poison: PoisonRow[] = [];
  let from: Date | null = null;
  let position: Position | null = null;
  for (let pages = 1; pages <= PAGES_MAX; pages += 1) {
    const page = await forge.page<S>({ since: null, ...asked, position });
    rows.push(...page.rows);
    poison.push(...page.poison);
    from ??= page.serverTime;
    const { total, serverTime: to, next } = page;
    if (next === null) return { rows, poison, pages, total, from, to };
    position = JSON.parse(JSON.stringify(next)) as Position;
  }
  throw new Error(`${asked.stream} did not end after ${PAGES_MAX} pages.`);
}
