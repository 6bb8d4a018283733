import { z } from "zod";
import { type ChangedFile, FILE_STATUSES } from "#/lib/facts/changed-file.ts";
import { type Known, known, unknown } from "#/lib/facts/known.ts";
import { type Sql, sql } from "./db.ts";

/** A pull request `p` as `pullColumns` and `pullFiles` read it. */
export const PullRow = z.object({
  number: z.int(),
  title: z.string(),
  body: z.string().nullable(),
  author: z.string().nullable(),
  url: z.string().nullable(),
  labels: z.array(z.string()),
  baseRef: z.string(),
  headRef: z.string().nullable(),
  headSha: z.string().nullable(),
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
export type PullRow = z.infer<typeof PullRow>;

export const pullColumns: Sql = sql`
  p.number, p.title, p.body, p.author, p.url, p.labels, p.base_ref as "baseRef", p.head_ref as "headRef",
  p.head_sha as "headSha", p.files_known as "filesKnown", p.files_why as "filesWhy",
  coalesce(f.files, '[]'::jsonb) as files`;

/** Its files `f`, each with what is held of its patch. */
export const pullFiles: Sql = sql`
  left join lateral (
       select jsonb_agg(jsonb_build_object('path', c.path, 'previousPath', c.previous_path, 'status', c.status,
                        'additions', c.additions, 'deletions', c.deletions, 'patch', h.patch, 'patchWhy', h.why)
                        order by c.path) as files
         from changed_file c
         left join file_patch h using (repository_id, number, path)
        where c.repository_id = p.repository_id and c.number = p.number) f on true`;

export type WithFiles<Row extends PullRow> = Omit<Row, "files" | "filesKnown" | "filesWhy"> & {
  readonly files: Known<readonly ChangedFile[]>;
};

/** The row with its files, or why they are unknown. */
export const withFiles = <Row extends PullRow>({
  files,
  filesKnown,
  filesWhy,
  ...pullRequest
}: Row): WithFiles<Row> => ({
  ...pullRequest,
  files: filesKnown
    ? known(files.map(toFile))
    : unknown(filesWhy ?? "The changed files were not read yet."),
});

function toFile({ patch, patchWhy, ...file }: PullRow["files"][number]): ChangedFile {
  if (patch !== null) return { ...file, patch: known(patch) };
  return patchWhy === null ? file : { ...file, patch: unknown(patchWhy) };
}
