import { z } from "zod";
import { type ChangedFile, FILE_STATUSES } from "#/lib/facts/changed-file.ts";
import { type Known, known, unknown } from "#/lib/facts/known.ts";
import { db } from "./db.ts";

const Row = z.object({
  number: z.int(),
  title: z.string(),
  author: z.string().nullable(),
  url: z.string().nullable(),
  labels: z.array(z.string()),
  baseRef: z.string(),
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
    }),
  ),
});

export type MergedPullRequest = Omit<z.infer<typeof Row>, "files" | "filesKnown" | "filesWhy"> & {
  readonly files: Known<readonly ChangedFile[]>;
};

/** The merged pull requests of a repository in a window, oldest merge first, each with its files or why they are unknown. */
export async function loadMerged(
  repositoryId: number,
  since: Date,
  until: Date,
): Promise<MergedPullRequest[]> {
  const rows = await db.$queryRaw`
    select p.number, p.title, p.author, p.url, p.labels, p.base_ref as "baseRef", p.merged_at as "mergedAt",
           p.files_known as "filesKnown", p.files_why as "filesWhy", coalesce(f.files, '[]'::jsonb) as files
      from pull_request p
      left join lateral (
           select jsonb_agg(jsonb_build_object('path', c.path, 'previousPath', c.previous_path, 'status', c.status,
                            'additions', c.additions, 'deletions', c.deletions) order by c.path) as files
             from changed_file c
            where c.repository_id = p.repository_id and c.number = p.number) f on true
     where p.repository_id = ${repositoryId} and p.state = 'merged' and p.merged_at between ${since} and ${until}
     order by p.merged_at, p.number`;
  return z
    .array(Row)
    .parse(rows)
    .map(({ files, filesKnown, filesWhy, ...pullRequest }) => ({
      ...pullRequest,
      files: filesKnown
        ? known(files)
        : unknown(filesWhy ?? "The changed files were not read yet."),
    }));
}
