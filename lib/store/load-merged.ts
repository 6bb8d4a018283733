import { z } from "zod";
import { type ChangedFile, FILE_STATUSES } from "#/lib/facts/changed-file.ts";
import { type Known, known, unknown } from "#/lib/facts/known.ts";
import { db, emptySql, sql } from "./db.ts";

// Large enough to pay for a query, small enough that the patches of one batch are no burden.
const BATCH = 500;

const Row = z.object({
  number: z.int(),
  title: z.string(),
  body: z.string().nullable(),
  author: z.string().nullable(),
  url: z.string().nullable(),
  labels: z.array(z.string()),
  baseRef: z.string(),
  headRef: z.string().nullable(),
  headSha: z.string().nullable(),
  mergeSha: z.string().nullable(),
  mergedAt: z.date(),
  filesKnown: z.boolean(),
  filesWhy: z.string().nullable(),
  files: z.array(
    z.object({
      path: z.string(),
      previousPath: z.string().nullable(),
      status: z.enum(FILE_STATUSES),
      additions: z.int().nullable(),
      deletions: z.int().nullable(),
      patch: z.string().nullable(),
      patchWhy: z.string().nullable(),
    }),
  ),
});
type Row = z.infer<typeof Row>;

export type MergedPullRequest = Omit<Row, "files" | "filesKnown" | "filesWhy"> & {
  readonly files: Known<readonly ChangedFile[]>;
};

/**
 * The merged pull requests of a repository in a window, oldest merge first, each with its files and
 * what is held of their patches, or why the files are unknown. They come in batches, so that whoever
 * judges them never holds the patches of all.
 */
export async function* loadMerged(
  repositoryId: number,
  since: Date,
  until: Date,
  size = BATCH,
): AsyncGenerator<readonly MergedPullRequest[]> {
  for (let last: MergedPullRequest | undefined; ; ) {
    const batch = await loadBatch({ repositoryId, since, until, size, last });
    if (batch.length > 0) yield batch;
    if (batch.length < size) return;
    last = batch.at(-1);
  }
}

async function loadBatch(input: {
  repositoryId: number;
  since: Date;
  until: Date;
  size: number;
  last: MergedPullRequest | undefined;
}): Promise<MergedPullRequest[]> {
  const { repositoryId, since, until, size, last } = input;
  const behind = last
    ? sql`and (p.merged_at, p.number) > (${last.mergedAt}, ${last.number})`
    : emptySql;
  const rows = await db.$queryRaw`
    select p.number, p.title, p.body, p.author, p.url, p.labels, p.base_ref as "baseRef", p.head_ref as "headRef",
           p.head_sha as "headSha", p.merge_sha as "mergeSha",
           p.merged_at as "mergedAt", p.files_known as "filesKnown", p.files_why as "filesWhy",
           coalesce(f.files, '[]'::jsonb) as files
      from (select * from pull_request p
             where p.repository_id = ${repositoryId} and p.state = 'merged' and p.merged_at between ${since} and ${until}
                   ${behind}
             order by p.merged_at, p.number limit ${size}) p
      left join lateral (
           select jsonb_agg(jsonb_build_object('path', c.path, 'previousPath', c.previous_path, 'status', c.status,
                            'additions', c.additions, 'deletions', c.deletions, 'patch', h.patch, 'patchWhy', h.why)
                            order by c.path) as files
             from changed_file c
             left join file_patch h using (repository_id, number, path)
            where c.repository_id = p.repository_id and c.number = p.number) f on true
     order by p.merged_at, p.number`;
  return z.array(Row).parse(rows).map(toPullRequest);
}

const toPullRequest = ({
  files,
  filesKnown,
  filesWhy,
  ...pullRequest
}: Row): MergedPullRequest => ({
  ...pullRequest,
  files: filesKnown
    ? known(files.map(toFile))
    : unknown(filesWhy ?? "The changed files were not read yet."),
});

function toFile({ patch, patchWhy, ...file }: Row["files"][number]): ChangedFile {
  if (patch !== null) return { ...file, patch: known(patch) };
  return patchWhy === null ? file : { ...file, patch: unknown(patchWhy) };
}
