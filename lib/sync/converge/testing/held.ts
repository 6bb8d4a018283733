import { db } from "#/lib/store/db.ts";
import { moment, type Rows, text } from "./expected.ts";
import type { Compared } from "./scene.ts";

/** The rows that are held, in the words of those that must be. */
export async function held(repositoryId: number, scene: Compared): Promise<Rows> {
  const { repository, skin } = scene;
  const where = { repositoryId };
  const { fullName, defaultBranch } = await db.repository.findUniqueOrThrow({
    where: { id: repositoryId },
  });
  const pulls = await db.pullRequest.findMany({ where });
  const files = await db.changedFile.findMany({
    where: { ...where, pullRequest: { filesKnown: true } },
  });
  const isOpen = new Set(
    repository.pulls.flatMap(({ number, state }) => (state === "open" ? [number] : [])),
  );
  const reviews = await db.review.findMany({ where });
  const walked = ["issues", "pulls", ...(skin.kind === "github" ? [] : ["comments"])];
  const streams = await db.syncStream.findMany({ where: { ...where, stream: { in: walked } } });
  return {
    repository: [text({ name: fullName, branch: defaultBranch })],
    issue: (await db.issue.findMany({ where })).map((row) =>
      text({ ...subject(row), state: row.state, closedAt: moment(row.closedAt) }),
    ),
    pull: pulls.map((row) =>
      text({
        ...subject(row),
        state: row.state,
        base: row.baseRef,
        head: row.headRef,
        headSha: row.headSha,
        mergeSha: row.mergeSha,
        mergedAt: moment(row.mergedAt),
      }),
    ),
    "merged without its files": pulls.flatMap(({ number, state, filesKnown, filesWhy }) =>
      state === "merged" && !filesKnown ? [`#${number}: ${filesWhy}`] : [],
    ),
    file: files.map(({ number, path, previousPath, status, additions, deletions }) => {
      const sizes = scene.tellsSizes ? { additions, deletions } : {};
      return text({ number, path, from: previousPath, status, ...sizes });
    }),
    comment: (await db.comment.findMany({ where })).map((row) =>
      text({
        id: row.externalId,
        number: row.number,
        author: row.author,
        body: row.body,
        createdAt: moment(row.createdAt),
        updatedAt: moment(row.updatedAt),
      }),
    ),
    label: (await db.label.findMany({ where })).map(({ name, color }) => text({ name, color })),
    review: reviews.flatMap(({ number, author, state, commitSha }) =>
      isOpen.has(number) ? [text({ number, author, state, sha: commitSha })] : [],
    ),
    total: streams.map(({ stream, forgeTotal }) => text({ stream, total: forgeTotal })),
    ...(await ofCommits(repositoryId, repository)),
  };
}

/** The pull requests whose files are known. */
export async function filesKnownOf(repositoryId: number): Promise<ReadonlySet<number>> {
  const rows = await db.pullRequest.findMany({ where: { repositoryId, filesKnown: true } });
  return new Set(rows.map(({ number }) => number));
}

async function ofCommits(repositoryId: number, { pulls }: Compared["repository"]): Promise<Rows> {
  const where = { repositoryId };
  const heads = pulls.flatMap(({ state, headSha }) => (state === "open" ? [headSha] : []));
  const checks = await db.check.findMany({ where: { ...where, sha: { in: heads } } });
  const runs = await db.workflowRun.findMany({ where });
  const jobs = await db.workflowJob.findMany({ where });
  return {
    check: checks.map(({ sha, context, state, at }) =>
      text({ sha, context, state, at: moment(at) }),
    ),
    run: runs.map(({ externalId, state, workflow, headSha, startedAt, endedAt }) =>
      text({
        externalId,
        state,
        workflow,
        headSha,
        startedAt: moment(startedAt),
        endedAt: moment(endedAt),
      }),
    ),
    job: jobs.map(({ externalId, runExternalId, name, state }) =>
      text({ externalId, run: runExternalId, name, state }),
    ),
  };
}

type Row = {
  readonly externalId: string;
  readonly number: number;
  readonly title: string;
  readonly body: string | null;
  readonly author: string | null;
  readonly labels: readonly string[];
  readonly createdAt: Date;
  readonly updatedAt: Date;
};

const subject = ({
  externalId,
  number,
  title,
  body,
  author,
  labels,
  createdAt,
  updatedAt,
}: Row) => ({
  id: externalId,
  number,
  title,
  body,
  author,
  labels,
  createdAt: moment(createdAt),
  updatedAt: moment(updatedAt),
});
