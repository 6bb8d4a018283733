import { z } from "zod";
import { type ChangedFile, FILE_STATUSES } from "#/lib/facts/changed-file.ts";
import { db, type Sql } from "./db.ts";
import { decidedFix } from "./decided-fix.ts";
import { versionOfPull } from "./pull-version.ts";
import { saidToCover } from "./said-to-cover.ts";
import { walkMerged } from "./walk-merged.ts";

const BATCH = 1000;

const Row = z.object({
  number: z.int(),
  title: z.string(),
  labels: z.array(z.string()),
  headRef: z.string().nullable(),
  headSha: z.string().nullable(),
  mergeSha: z.string().nullable(),
  mergedAt: z.date(),
  decidedFix: z.boolean(),
  saidToCover: z.boolean(),
  version: z.string(),
  files: z.array(z.object({ path: z.string(), status: z.enum(FILE_STATUSES) })),
});
type Row = z.infer<typeof Row>;

export type WithoutChecks = Omit<Row, "files"> & { readonly files: readonly ChangedFile[] };

/** Merged pull requests whose checks may say more than is held, or all of them, as when the gates changed; newest merge first, in batches. */
export async function* loadWithoutChecks(input: {
  repositoryId: number;
  since: Date | null;
  all: boolean;
  size?: number;
}): AsyncGenerator<readonly WithoutChecks[]> {
  const { repositoryId, since, all, size = BATCH } = input;
  const load = (next: Sql) => loadBatch({ repositoryId, all, next, size });
  for await (const rows of walkMerged({ since, size }, load)) yield rows.map(toWithout);
}

async function loadBatch(input: {
  repositoryId: number;
  all: boolean;
  next: Sql;
  size: number;
}): Promise<Row[]> {
  const { repositoryId, all, next, size } = input;
  const rows = await db.$queryRaw`
    select p.number, p.title, p.labels, p.head_ref as "headRef", p.head_sha as "headSha", p.merge_sha as "mergeSha",
           p.merged_at as "mergedAt",
           ${decidedFix} as "decidedFix", ${saidToCover(repositoryId)} as "saidToCover", ${versionOfPull} as version,
           f.files
      from pull_request p
      join lateral (
           select jsonb_agg(jsonb_build_object('path', c.path, 'status', c.status) order by c.path) as files
             from changed_file c
            where c.repository_id = p.repository_id and c.number = p.number) f on f.files is not null
     where p.repository_id = ${repositoryId} and p.state = 'merged' and p.files_known and p.merged_at is not null
       and (p.checks_due or ${all})
           ${next}
     order by p.merged_at desc, p.number desc
     limit ${size}`;
  return z.array(Row).parse(rows);
}

const toWithout = ({ files, ...row }: Row): WithoutChecks => ({
  ...row,
  files: files.map((file) => ({ ...file, previousPath: null, additions: null, deletions: null })),
});

/** Those of these commits whose checks cannot change any more, and those that were asked for since a moment. */
export async function loadReadCommits(
  repositoryId: number,
  shas: readonly string[],
  since: Date,
): Promise<{ readonly settled: ReadonlySet<string>; readonly fresh: ReadonlySet<string> }> {
  const rows = await db.commitChecks.findMany({
    where: {
      repositoryId,
      sha: { in: [...shas] },
      OR: [{ settled: true }, { reading: { at: { gt: since } } }],
    },
    select: { sha: true, settled: true },
  });
  const shasOf = (settled: boolean) =>
    new Set(rows.filter((row) => row.settled === settled).map(({ sha }) => sha));
  return { settled: shasOf(true), fresh: shasOf(false) };
}
