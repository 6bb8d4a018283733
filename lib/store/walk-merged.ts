import { emptySql, type Sql, sql } from "./db.ts";

type Merge = { readonly number: number; readonly mergedAt: Date };

/** Merged pull requests `p` from the newest merge on, in batches: `load` is told which come next, and gives `size` of them, or less at the end. */
export async function* walkMerged<Row extends Merge>(
  { since, size }: { since: Date | null; size: number },
  load: (next: Sql) => Promise<readonly Row[]>,
): AsyncGenerator<readonly Row[]> {
  const from = since ? sql`and p.merged_at >= ${since}` : emptySql;
  for (let behind = emptySql; ; ) {
    const rows = await load(sql`${from} ${behind}`);
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < size) return;
    behind = sql`and (p.merged_at, p.number) < (${last.mergedAt}, ${last.number})`;
  }
}
