import { type Db, inTransaction, type Sql, sql } from "./db.ts";

export type Buried = {
  readonly kind: "issue" | "pull" | "comment";
  /** Number of the issue or pull request, or the forge's own id of the comment. */
  readonly key: string;
  /** Where it lives now; null where it is gone for good. */
  readonly movedTo: string | null;
};

const ROW: Readonly<Record<Buried["kind"], (repositoryId: number, key: string) => Sql>> = {
  issue: (id, key) => sql`issue t where t.repository_id = ${id} and t.number = ${Number(key)}`,
  pull: (id, key) =>
    sql`pull_request t where t.repository_id = ${id} and t.number = ${Number(key)}`,
  comment: (id, key) => sql`comment t where t.repository_id = ${id} and t.external_id = ${key}`,
};

/**
 * Takes out of the facts what the forge does not have any more, and keeps the last that was known of it.
 * Nothing happens where it is not held. With an issue or a pull request go its comments, reviews and
 * files, as on the forge.
 */
export async function bury(
  repositoryId: number,
  { kind, key, movedTo }: Buried,
  at: Date,
): Promise<void> {
  const row = ROW[kind](repositoryId, key);
  await inTransaction(async (tx) => {
    await tx.$executeRaw`
      insert into tombstone (repository_id, kind, key, at, how, moved_to, last)
      select ${repositoryId}, ${kind}, ${key}, ${at}, ${movedTo === null ? "gone" : "moved"}, ${movedTo}, to_jsonb(t)
        from ${row}
          on conflict (repository_id, kind, key) do update
         set at = excluded.at, how = excluded.how, moved_to = excluded.moved_to, last = excluded.last`;
    await tx.$executeRaw`delete from ${row}`;
    if (kind === "comment") return;
    await tx.comment.deleteMany({ where: { repositoryId, number: Number(key) } });
    if (kind === "pull")
      await tx.review.deleteMany({ where: { repositoryId, number: Number(key) } });
  });
}

/** Takes back that something is gone: the forge shows it again. */
export async function unbury(
  tx: Db,
  repositoryId: number,
  kind: Buried["kind"],
  keys: readonly string[],
): Promise<void> {
  await tx.tombstone.deleteMany({ where: { repositoryId, kind, key: { in: [...keys] } } });
}
