import { z } from "zod";
import { db, sql } from "./db.ts";
import { mayRefer } from "./may-refer.ts";

const Row = z.object({
  kind: z.enum(["issue", "pull"]),
  repositoryId: z.int(),
  number: z.int(),
  title: z.string(),
  body: z.string().nullable(),
});
export type LinkTextRow = z.infer<typeof Row>;

/** The title of every issue and pull request of these repositories, and the body of those that may refer to something; the others cannot link. */
export async function loadLinkTexts(
  repositoryIds: readonly number[],
): Promise<readonly LinkTextRow[]> {
  const rows = await db.$queryRaw`
    select t.kind, t.repository_id as "repositoryId", t.number, t.title,
           case when ${mayRefer(sql`t.body`)} then t.body end as body
      from (select 'issue' as kind, repository_id, number, title, body from issue
             union all
            select 'pull', repository_id, number, title, body from pull_request) t
     where t.repository_id = any(${[...repositoryIds]}::int[])
     order by t.repository_id, t.number, t.kind`;
  return z.array(Row).parse(rows);
}

export type TrackingComment = {
  readonly externalId: string;
  readonly body: string;
};

/** The comments under one issue, oldest first. */
export function loadCommentsOf(
  repositoryId: number,
  number: number,
): Promise<readonly TrackingComment[]> {
  return db.comment.findMany({
    where: { repositoryId, number },
    orderBy: [{ createdAt: "asc" }, { externalId: "asc" }],
    select: { externalId: true, body: true },
  });
}
