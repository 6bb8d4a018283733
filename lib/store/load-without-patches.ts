import { z } from "zod";
import { ENGINE_VERSION } from "#/lib/coverage/engine-version.ts";
import { type ChangedFile, FILE_STATUSES } from "#/lib/facts/changed-file.ts";
import { ASKED_AGAIN } from "./asked-again.ts";
import { db, type Sql, sql } from "./db.ts";
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
  mergeSha: z.string().nullable(),
  forkSha: z.string().nullable(),
  mergedAt: z.date().nullable(),
  decidedFix: z.boolean(),
  saidToCover: z.boolean(),
  version: z.string(),
  files: z.array(
    z.object({
      path: z.string(),
      previousPath: z.string().nullable(),
      status: z.enum(FILE_STATUSES),
      additions: z.int().nullable(),
      deletions: z.int().nullable(),
      isHeld: z.boolean(),
    }),
  ),
});
type Row = z.infer<typeof Row>;
const MergedRow = Row.extend({ mergedAt: z.date() });

export type WithoutPatches = Omit<Row, "files"> & {
  readonly files: readonly ChangedFile[];
  /** Those of its paths whose patch is held, or unknown for good. */
  readonly held: ReadonlySet<string>;
};

/** Merged pull requests, and those of `open` that are open, of which a patch may be wanted that is not held: those that nobody looked at by today's rules, or that changed since; newest merge first, behind them what is open, in batches. */
export async function* loadWithoutPatches(
  repositoryId: number,
  since: Date | null,
  { open = [], size = BATCH }: { open?: readonly number[]; size?: number } = {},
): AsyncGenerator<readonly WithoutPatches[]> {
  const load = async (next: Sql) => {
    const which = sql`p.state = 'merged' and p.merged_at is not null ${next}`;
    return z.array(MergedRow).parse(await loadBatch({ repositoryId, which, size }));
  };
  for await (const rows of walkMerged({ since, size }, load)) yield rows.map(toWithout);
  for (let done = 0; done < open.length; done += size) {
    const some = open.slice(done, done + size);
    const which = sql`p.state = 'open' and p.number = any(${some}::int[])`;
    yield z
      .array(Row)
      .parse(await loadBatch({ repositoryId, which, size }))
      .map(toWithout);
  }
}

const loadBatch = ({
  repositoryId,
  which,
  size,
}: {
  repositoryId: number;
  which: Sql;
  size: number;
}): Promise<unknown> => db.$queryRaw`
    select p.number, p.title, p.labels, p.head_ref as "headRef", p.merge_sha as "mergeSha", p.fork_sha as "forkSha", p.merged_at as "mergedAt",
           ${decidedFix} as "decidedFix", ${saidToCover(repositoryId)} as "saidToCover", ${versionOfPull} as version,
           f.files
      from pull_request p
      join lateral (
           select jsonb_agg(jsonb_build_object('path', c.path, 'previousPath', c.previous_path, 'status', c.status,
                            'additions', c.additions, 'deletions', c.deletions, 'isHeld', h.path is not null)
                            order by c.path) as files
             from changed_file c
             left join file_patch h on (h.repository_id, h.number, h.path) = (c.repository_id, c.number, c.path)
                   and (h.why is null or not starts_with(h.why, ${ASKED_AGAIN}))
            where c.repository_id = p.repository_id and c.number = p.number) f on f.files is not null
     where p.repository_id = ${repositoryId} and p.files_known
       and p.patches_settled is distinct from ${ENGINE_VERSION}
       and ${which}
     order by p.merged_at desc, p.number desc
     limit ${size}`;

const toWithout = ({ files, ...row }: Row): WithoutPatches => ({
  ...row,
  files: files.map(({ isHeld, ...file }) => file),
  held: new Set(files.filter(({ isHeld }) => isHeld).map(({ path }) => path)),
});

export type HeldPatch = {
  readonly number: number;
  readonly sha: string | null;
  readonly path: string;
};

/** A patch that was read of the newest merge that has one, or else of something open; null when none ever was. */
export async function loadHeldPatch(repositoryId: number): Promise<HeldPatch | null> {
  const [row] = await db.$queryRaw<HeldPatch[]>`
    select p.number, p.merge_sha as sha, h.path
      from pull_request p
      join file_patch h on (h.repository_id, h.number) = (p.repository_id, p.number)
     where p.repository_id = ${repositoryId} and h.patch is not null
     order by p.merged_at desc nulls last, p.number desc, h.path
     limit 1`;
  return row ?? null;
}
