import { dailySeries } from "#/lib/coverage/history/daily.ts";
import { MEASURES } from "#/lib/coverage/measure.ts";
import type { JudgedItem, RepositoryTallyRow } from "#/lib/store/assessment.ts";
import { loadMergeTimes } from "#/lib/store/load-merge-times.ts";
import { loadOpenIssues } from "#/lib/store/load-open-issues.ts";
import { loadOverrides, NO_OVERRIDES } from "#/lib/store/load-overrides.ts";
import {
  loadProgramFacts,
  type ProgramFacts,
  type RepositoryInScope,
} from "#/lib/store/load-program-facts.ts";
import { withProgramLock } from "#/lib/store/program-lock.ts";
import { saveAssessment } from "#/lib/store/save-assessment.ts";
import { applyLinks } from "./apply-links.ts";
import { readCatalogue } from "./catalogue.ts";
import { decaysOf } from "./decays-of.ts";
import { findLinks } from "./find-links.ts";
import { gatherClusters } from "./gather-clusters.ts";
import { judgeIssues } from "./judge-issues.ts";
import { judgeRepository } from "./judge-repository.ts";
import { type LinkedFacts, linkedFacts } from "./linked-facts.ts";
import { observe } from "./observe.ts";
import { pullsSaying } from "./pulls-saying.ts";
import { requiredOf } from "./required-of.ts";
import { restate } from "./restate.ts";
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
  const places = await Promise.all(audited.map(readPlace));
  const links = await findLinks(
    program,
    new Map(places.map((place) => [place.repository.id, place.gates])),
  );
  const overrides = await loadOverrides(programId);
  const judged = [];
  for (const place of places) {
    const { id } = place.repository;
    const own = overrides.get(id) ?? NO_OVERRIDES;
    const sources = pullsSaying(id, links, ["closes", "covers"]);
    const covering = pullsSaying(id, links, ["covers"]);
    const mergedBefore = await loadMergeTimes(id, [...sources], now);
    const knowsGates = place.catalogue.gates.known;
    judged.push({
      mergedBefore,
      knowsGates,
      ...place,
      ...(await judgeRepository({ program, ...place, overrides: own, sources, covering, now })),
    });
  }
  const linked = linkedFacts({ program, links, judged });
  const repositories = [];
  for (const place of judged) repositories.push(await withLinks({ program, place, linked, now }));
  const items = repositories.flatMap((repository) => repository.items);
  await saveAssessment({
    programId,
    policyVersion: program.policyVersion,
    at: clock,
    words: program.words,
    repositories,
    links,
    items,
    decays: await decaysOf(program, items, repositories),
    tallies: talliesOf(repositories),
    clusters: gatherClusters({
      items,
      rules: program.rules.clusters,
      trackingComments: program.trackingComments,
    }),
    days: MEASURES.map((measure) => ({ measure, points: burndown(program, items, measure, now) })),
  });
}

/** A repository with its gates and what was seen of their runs. */
async function readPlace(repository: RepositoryInScope) {
  const catalogue = await readCatalogue(repository);
  const gates = catalogue.gates.known ? catalogue.gates.value : [];
  return { repository, catalogue, gates, observation: await observe(repository, gates) };
}

async function withLinks({
  program,
  place,
  linked,
  now,
}: {
  program: ProgramFacts;
  place: Awaited<ReturnType<typeof readPlace>> & Awaited<ReturnType<typeof judgeRepository>>;
  linked: LinkedFacts;
  now: Date;
}) {
  const { repository, catalogue, observation, gates } = place;
  const readsIssues = issuesAreRead(repository);
  const tracked = program.tracking?.repositoryId === repository.id ? program.tracking.issue : null;
  const open = judgeIssues({
    repository,
    issues: readsIssues ? await loadOpenIssues(repository.id, now) : [],
    trackingIssue: tracked,
    rules: program.rules,
    linksOf: (number) => linked.ofIssue(repository.id, number),
  });
  const fixes = applyLinks(place.items, linked);
  const { required, findings } = requiredOf(catalogue.gates, observation, repository.forge);
  return {
    id: repository.id,
    readsIssues,
    defaultBranch: repository.defaultBranch,
    gates,
    gatesRead: catalogue.gates,
    followed: catalogue.orphans !== null,
    required,
    orphans: catalogue.orphans,
    findings: [...catalogue.findings, ...findings],
    audit: place.audit,
    classified: restate(place.classified, place.items, fixes),
    direct: place.direct,
    items: [...fixes, ...open],
  };
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
