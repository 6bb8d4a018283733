import type { ForgeKind } from "#/lib/coverage/gate/workflow-directory.ts";
import { PolicyRules } from "#/lib/coverage/policy.ts";
import { AppError } from "#/lib/errors.ts";
import { type Known, known, unknown } from "#/lib/facts/known.ts";
import type { WorkflowFileFact } from "#/lib/facts/workflow-file.ts";
import { db } from "./db.ts";
import { forgeOf } from "./forge-of.ts";
import { NEEDED, type StreamName } from "./streams.ts";

export type RepositoryInScope = {
  readonly id: number;
  readonly alias: string;
  readonly fullName: string;
  /** Its address on the forge; null where it has none. */
  readonly url: string | null;
  readonly defaultBranch: string;
  readonly forge: ForgeKind;
  /** Whether every stream was read to its end at least once, or said why it cannot be; pull requests must have been read. */
  readonly audited: boolean;
  /** Unknown while the last pass could not read them, though older ones may be held. */
  readonly workflowFiles: Known<readonly WorkflowFileFact[]>;
  /** Why the last pass could not read the issues; null when it could. */
  readonly issuesRefusal: string | null;
  /** Why the last pass could not read the patches, or some of them; null when it could. */
  readonly patchesRefusal: string | null;
  /** Why the last pass could not read the checks, or some of them; null when it could. */
  readonly checksRefusal: string | null;
};

export type TrackingText = {
  readonly at: Date;
  /** When it was last edited. */
  readonly writtenAt: Date;
  readonly text: string;
};

export type ProgramFacts = {
  readonly id: number;
  readonly fixesSince: Date;
  readonly timeZone: string;
  readonly standsAt: Date | null;
  /** How many words of people had been given when this was read; those that are read later are in the next assessment for certain. */
  readonly words: number;
  readonly tracking: { readonly repositoryId: number; readonly issue: number } | null;
  readonly rules: PolicyRules;
  readonly policyVersion: number;
  readonly repositories: readonly RepositoryInScope[];
  /** The body of the tracking issue and of each comment under it, oldest first. */
  readonly trackingTexts: readonly TrackingText[];
};

/** What an assessment has to know of a program, but for its pull requests and issues. */
export async function loadProgramFacts(programId: number): Promise<ProgramFacts> {
  const program = await db.program.findUnique({
    where: { id: programId },
    include: {
      policies: { orderBy: { version: "desc" }, take: 1 },
      scope: {
        orderBy: { alias: "asc" },
        include: {
          repository: {
            include: { source: true, streams: true, workflowFiles: { orderBy: { path: "asc" } } },
          },
        },
      },
    },
  });
  const policy = program?.policies[0];
  if (!program || !policy)
    throw new AppError("not_found", `There is no program ${programId} with a policy.`);
  const home = program.scope.find((scope) => scope.alias === program.trackingRepository);
  const tracking =
    home && program.trackingIssue !== null
      ? { repositoryId: home.repositoryId, issue: program.trackingIssue }
      : null;
  return {
    id: program.id,
    fixesSince: program.fixesSince,
    timeZone: program.timeZone,
    standsAt: program.standsAt,
    words: program.words,
    tracking,
    rules: PolicyRules.parse(policy.rules),
    policyVersion: policy.version,
    repositories: program.scope.map(({ alias, repository }) => ({
      id: repository.id,
      alias,
      fullName: repository.fullName,
      url: repository.url,
      defaultBranch: repository.defaultBranch,
      forge: forgeOf(repository.source),
      audited: NEEDED.every((name) =>
        repository.streams.some((row) => row.stream === name && isSettled(row)),
      ),
      workflowFiles: filesOf(repository),
      issuesRefusal: refusalOf(repository.streams, "issues"),
      patchesRefusal: refusalOf(repository.streams, "patches"),
      checksRefusal: refusalOf(repository.streams, "checks"),
    })),
    trackingTexts: tracking ? await loadTexts(tracking) : [],
  };
}

type Stream = { stream: string; completedAt: Date | null; refusal: string | null };

// Without pull requests there is nothing to judge, so their refusal settles nothing.
const isSettled = ({ stream, completedAt, refusal }: Stream): boolean =>
  completedAt !== null || (refusal !== null && stream !== "pulls");

const refusalOf = (streams: readonly Stream[], name: StreamName): string | null =>
  streams.find(({ stream }) => stream === name)?.refusal ?? null;

function filesOf(repository: {
  streams: readonly Stream[];
  workflowFiles: readonly WorkflowFileFact[];
}): Known<readonly WorkflowFileFact[]> {
  const refusal = refusalOf(repository.streams, "workflows");
  if (refusal !== null) return unknown(refusal);
  return known(repository.workflowFiles.map(({ path, text }) => ({ path, text })));
}

async function loadTexts({
  repositoryId,
  issue: number,
}: {
  repositoryId: number;
  issue: number;
}): Promise<TrackingText[]> {
  const issue = await db.issue.findUnique({
    where: { repositoryId_number: { repositoryId, number } },
    select: { createdAt: true, body: true },
  });
  const comments = await db.comment.findMany({
    where: { repositoryId, number },
    orderBy: [{ createdAt: "asc" }, { externalId: "asc" }],
    select: { createdAt: true, updatedAt: true, body: true },
  });
  return [
    // Every comment moves the issue's own date, so its body counts as of its opening.
    ...(issue ? [{ at: issue.createdAt, writtenAt: issue.createdAt, text: issue.body ?? "" }] : []),
    ...comments.map(({ createdAt: at, updatedAt: writtenAt, body: text }) => ({
      at,
      writtenAt,
      text,
    })),
  ];
}
