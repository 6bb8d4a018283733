import { z } from "zod";
import { db } from "#/lib/store/db.ts";

const Row = z.object({ table: z.string(), row: z.string(), version: z.string() });

export type StoredFact = z.infer<typeof Row>;

/** Every fact that is stored of a repository, each with the transaction that wrote it last, in a fixed order. */
export async function storedFacts(repositoryId: number): Promise<StoredFact[]> {
  const rows = await db.$queryRaw`
    select 'repository' as table, (to_jsonb(t) - 'id' - 'source_id')::text as row, t.xmin::text as version
      from repository t where id = ${repositoryId}
     union all
    select 'issue', (to_jsonb(t) - 'repository_id')::text, t.xmin::text
      from issue t where repository_id = ${repositoryId}
     union all
    select 'pull_request', (to_jsonb(t) - 'repository_id')::text, t.xmin::text
      from pull_request t where repository_id = ${repositoryId}
     union all
    select 'changed_file', (to_jsonb(t) - 'repository_id')::text, t.xmin::text
      from changed_file t where repository_id = ${repositoryId}
     union all
    select 'file_patch', (to_jsonb(t) - 'repository_id')::text, t.xmin::text
      from file_patch t where repository_id = ${repositoryId}
     union all
    select 'comment', (to_jsonb(t) - 'repository_id')::text, t.xmin::text
      from comment t where repository_id = ${repositoryId}
     union all
    select 'direct_commit', (to_jsonb(t) - 'repository_id')::text, t.xmin::text
      from direct_commit t where repository_id = ${repositoryId}
     union all
    select 'commit_line', (to_jsonb(t) - 'repository_id')::text, t.xmin::text
      from commit_line t where repository_id = ${repositoryId}
     union all
    select 'workflow_file', (to_jsonb(t) - 'repository_id')::text, t.xmin::text
      from workflow_file t where repository_id = ${repositoryId}
     union all
    select 'repository_tree', (to_jsonb(t) - 'repository_id')::text, t.xmin::text
      from repository_tree t where repository_id = ${repositoryId}
     union all
    select 'source_file', (to_jsonb(t) - 'repository_id')::text, t.xmin::text
      from source_file t where repository_id = ${repositoryId}
     union all
    select 'commit_checks', (to_jsonb(t) - 'repository_id')::text, t.xmin::text
      from commit_checks t where repository_id = ${repositoryId}
     union all
    select 'check', (to_jsonb(t) - 'repository_id' - 'url')::text, t.xmin::text
      from "check" t where repository_id = ${repositoryId}
     union all
    select 'protection', (to_jsonb(t) - 'repository_id' - 'id')::text, t.xmin::text
      from protection t where repository_id = ${repositoryId}
     order by 1, 2`;
  return z.array(Row).parse(rows);
}

/** The same without the transactions: what two repositories or two moments can be compared by. */
export const factsOf = async (repositoryId: number): Promise<string[]> =>
  (await storedFacts(repositoryId)).map(({ table, row }) => `${table} ${row}`);

/** What the newer reading wrote: rows that are new or that another transaction wrote. */
export function written(before: readonly StoredFact[], after: readonly StoredFact[]): string[] {
  const held = new Set(before.map(({ table, row, version }) => `${table} ${version} ${row}`));
  return after
    .filter(({ table, row, version }) => !held.has(`${table} ${version} ${row}`))
    .map(({ table, row }) => `${table} ${labelOf(row)}`);
}

const Label = z.object({
  number: z.int().optional(),
  full_name: z.string().optional(),
  path: z.string().optional(),
  external_id: z.string().optional(),
  sha: z.string().optional(),
  tip: z.string().optional(),
});

function labelOf(row: string): string {
  const { number, full_name, path, external_id, sha, tip } = Label.parse(JSON.parse(row));
  return [number ?? full_name, path ?? external_id ?? sha ?? tip]
    .filter((part) => part !== undefined)
    .join(" ");
}
