import { type Db, db } from "./db.ts";
import { recordset } from "./recordset.ts";

export const TOUCH_KINDS = ["item", "comment", "commit", "run", "branch"] as const;

export type Touched = { readonly kind: (typeof TOUCH_KINDS)[number]; readonly key: string };
export type Touch = Touched & { readonly at: Date };

/** Writes down what a webhook hinted at; several hints at one thing are one. */
export async function saveTouches(
  tx: Db,
  repositoryId: number,
  touched: readonly Touched[],
  at: Date,
): Promise<void> {
  if (touched.length === 0) return;
  await tx.$executeRaw`
    insert into touch as t (repository_id, kind, key, at)
    select distinct ${repositoryId}::int, r.kind, r.key, ${at}::timestamptz
      from jsonb_to_recordset(${recordset(touched)}::jsonb) as r(kind text, key text)
     order by r.kind, r.key
        on conflict (repository_id, kind, key) do update set at = greatest(t.at, excluded.at)`;
}

/** What was hinted at and not read again since, oldest first, at most so many. */
export async function loadTouches(repositoryId: number, atMost: number): Promise<readonly Touch[]> {
  const rows = await db.touch.findMany({
    where: { repositoryId },
    orderBy: [{ at: "asc" }, { kind: "asc" }, { key: "asc" }],
    take: atMost,
    select: { kind: true, key: true, at: true },
  });
  return rows.flatMap(({ kind, key, at }) => {
    const known = TOUCH_KINDS.find((each) => each === kind);
    return known ? [{ kind: known, key, at }] : [];
  });
}

/** Those of these repositories of which something was hinted at and not read again since. */
export async function loadTouched(repositoryIds: readonly number[]): Promise<readonly number[]> {
  const rows = await db.touch.groupBy({
    by: ["repositoryId"],
    where: { repositoryId: { in: [...repositoryIds] } },
    orderBy: { repositoryId: "asc" },
  });
  return rows.map(({ repositoryId }) => repositoryId);
}

/** Forgets hints that were followed; one that came again meanwhile stays. */
export async function forgetTouches(
  repositoryId: number,
  touches: readonly Touch[],
): Promise<void> {
  await db.$executeRaw`
    delete from touch t
     using jsonb_to_recordset(${recordset(touches)}::jsonb) as r(kind text, key text, at timestamptz)
     where t.repository_id = ${repositoryId} and t.kind = r.kind and t.key = r.key and t.at <= r.at`;
}
