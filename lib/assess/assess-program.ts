import type { Finding } from "#/lib/coverage/gate/finding.ts";
import type { Gate } from "#/lib/coverage/gate/gate.ts";
import { readGates } from "#/lib/coverage/gate/read-gates.ts";
import { decidingFiles } from "#/lib/coverage/gate/workflow-directory.ts";
import { dailySeries } from "#/lib/coverage/history/daily.ts";
import { MEASURES } from "#/lib/coverage/measure.ts";
import { type Known, known } from "#/lib/facts/known.ts";
import type { JudgedItem, RepositoryTallyRow } from "#/lib/store/assessment.ts";
import { loadDirectCommits } from "#/lib/store/load-direct-commits.ts";
import { loadOpenIssues } from "#/lib/store/load-open-issues.ts";
import {
  loadOverrides,
  NO_OVERRIDES,
  type RepositoryOverrides,
} from "#/lib/store/load-overrides.ts";
import {
  loadProgramFacts,
  type ProgramFacts,
  type RepositoryInScope,
} from "#/lib/store/load-program-facts.ts";
import { withProgramLock } from "#/lib/store/program-lock.ts";
import { saveAssessment } from "#/lib/store/save-assessment.ts";
import { gatherClusters } from "./gather-clusters.ts";
import { judgeBatches } from "./judge-batches.ts";
import { judgeDirect } from "./judge-direct.ts";
import { judgeIssues } from "./judge-issues.ts";
import { tallyRepositories } from "./tally-repositories.ts";

/**
 * Judges everything in a program again and replaces its derived rows in one transaction; readers see
 * the old figures or the new ones. A repository without one whole pass is left out: it is not audited.
 * Two at once take turns from reading on, so that older facts never replace what newer ones gave.
 */
export const assessProgram = (programId: number, clock: Date): Promise<void> =>
  withProgramLock(programId, () => judgeProgram(programId, clock));

async function judgeProgram(programId: number, clock: Date): Promise<void> {
  const program = await loadProgramFacts(programId);
  const now = program.standsAt ?? clock;
  const audited = program.repositories.filter((repository) => repository.audited);
  const overrides = await loadOverrides(programId);
  const repositories = [];
  for (const repository of audited) {
    const own = overrides.get(repository.id) ?? NO_OVERRIDES;
    repositories.push(await judgeRepository({ program, repository, overrides: own, now }));
  }
  const items = repositories.flatMap((repository) => repository.items);
  await saveAssessment({
    programId,
    policyVersion: program.policyVersion,
    at: clock,
    words: program.words,
    repositories,
    items,
    tallies: talliesOf(repositories),
    clusters: gatherClusters({
      items,
      rules: program.rules.clusters,
      trackingComments: program.trackingComments,
    }),
    days: MEASURES.map((measure) => ({ measure, points: burndown(program, items, measure, now) })),
  });
}

async function judgeRepository(input: {
  program: ProgramFacts;
  repository: RepositoryInScope;
  overrides: RepositoryOverrides;
  now: Date;
}) {
  const { program, repository, overrides, now } = input;
  const { gates, findings } = gatesOf(repository);
  const window = { since: program.fixesSince, until: now };
  const direct = await loadDirectCommits(repository.id, window.since, window.until);
  const merged = await judgeBatches({
    repository,
    window,
    direct,
    gates,
    rules: program.rules,
    overrides,
  });
  const readsIssues = issuesAreRead(repository);
  const tracked = program.tracking?.repositoryId === repository.id ? program.tracking.issue : null;
  const issues = readsIssues ? await loadOpenIssues(repository.id, now) : [];
  const open = judgeIssues({ repository, issues, trackingIssue: tracked, rules: program.rules });
  return {
    id: repository.id,
    readsIssues,
    gates: gates.known ? gates.value : [],
    findings,
    audit: merged.audit,
    classified: merged.classified,
    direct: judgeDirect(direct, program.rules),
    items: [...merged.items, ...open],
  };
}

function gatesOf({ forge, workflowFiles }: RepositoryInScope): {
  gates: Known<readonly Gate[]>;
  findings: readonly Finding[];
} {
  if (!workflowFiles.known) return { gates: workflowFiles, findings: [] };
  const { gates, findings } = readGates(decidingFiles(forge, workflowFiles.value));
  return { gates: known(gates), findings };
}

// A clone holds no issues and a forge may refuse them: what was not read is not counted as none.
const issuesAreRead = ({ forge, issuesRefusal }: RepositoryInScope): boolean =>
  forge !== "git" && issuesRefusal === null;

/** The counts of each repository but those of the issues where they were not read. */
function talliesOf(
  repositories: readonly {
    readonly id: number;
    readonly readsIssues: boolean;
    readonly items: readonly JudgedItem[];
  }[],
): RepositoryTallyRow[] {
  const unread = new Set(repositories.filter((each) => !each.readsIssues).map(({ id }) => id));
  return tallyRepositories(repositories).filter(
    (row) => row.population === "fix" || !unread.has(row.repositoryId),
  );
}

function burndown(
  program: ProgramFacts,
  items: readonly JudgedItem[],
  measure: (typeof MEASURES)[number],
  now: Date,
) {
  return dailySeries({
    items: items.flatMap((item) => {
      const verdict = item.population === "fix" ? item.verdicts.get(measure) : undefined;
      return verdict ? [{ enteredAt: item.enteredAt, verdict }] : [];
    }),
    from: program.fixesSince,
    until: now,
    timeZone: program.timeZone,
  });
}
