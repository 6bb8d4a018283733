import type { Forge, PoisonRow, Position, RowOf, Stream } from "../../forge.ts";

/** A whole walk of a stream: its rows in the order in which they came, what could not be had, and how many pages it took. */
export async function walk<S extends Stream>(
  forge: Forge,
  asked: { stream: S; repository: string; since?: Date | null },
): Promise<{ rows: RowOf[S][]; poison: PoisonRow[]; pages: number; total: number | null }> {
  const rows: RowOf[S][] = [];
  const poison: PoisonRow[] = [];
  let [pages, total]: [number, number | null] = [0, null];
  for (let position: Position | null | undefined; position !== null; pages += 1) {
    if (pages > 1000) throw new Error("The walk does not end.");
    const page = await forge.page({ since: null, ...asked, position: position ?? null });
    rows.push(...page.rows);
    poison.push(...page.poison);
    // What is written to the database is read again as JSON.
    position = JSON.parse(JSON.stringify(page.next)) as Position | null;
    total = page.total;
  }
  return { rows, poison, pages, total };
}
