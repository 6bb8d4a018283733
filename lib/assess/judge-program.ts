import { dailySeries } from "#/lib/coverage/history/daily.ts";
import { withClaims } from "#/lib/coverage/link/declared-claims.ts";
import type { Link } from "#/lib/coverage/link/link.ts";
import { MEASURES } from "#/lib/coverage/measure.ts";
import type { Assessment, JudgedItem, RepositoryTallyRow } from "#/lib/store/assessment.ts";
import { loadClusterWords } from "#/lib/store/load-cluster-words.ts";
import { type DeclaredGapRow, loadDeclaredGaps } from "#/lib/store/load-declared-gaps.ts";
import { loadMergeTimes } from "#/lib/store/load-merge-times.ts";
import { loadOpenIssues } from "#/lib/store/load-open-issues.ts";
import { loadOverrides, NO_OVERRIDES } from "#/lib/store/load-overrides.ts";
import type { ProgramFacts, RepositoryInScope } from "#/lib/store/load-program-facts.ts";
import { applyLinks } from "./apply-links.ts";
import { readCatalogue } from "./catalogue.ts";
import { claimsOf } from "./claims-of.ts";
import { decaysOf } from "./decays-of.ts";
import { findLinks } from "./find-links.ts";
import { findWork } from "./find-work.ts";
import { gatherClusters } from "./gather-clusters.ts";
import { judgeDeclared } from "./judge-declared.ts";
import { judgeIssues } from "./judge-issues.ts";
import { judgeOpen } from "./judge-open.ts";
import { judgeRepository } from "./judge-repository.ts";
import { type LinkedFacts, linkedFacts } from "./linked-facts.ts";
import { observe } from "./observe.ts";
import { pullsSaying } from "./pulls-saying.ts";
import { requiredOf } from "./required-of.ts";
import { restate } from "./restate.ts";
import { tallyRepositories } from "./tally-repositories.ts";
import { trackingOf } from "./tracking-of.ts";

/** Everything that is concluded of a program from the facts as they are held now; nothing is written. A repository without one whole pass is left out: it is not audited. */
export async function judgeProgram(program: ProgramFacts, clock: Date): Promise<Assessment> {
  const programId = program.id;
  const now = program.standsAt ?? clock;
  const audited = program.repositories.filter((repository) => repository.audited);
  const places = await Promise.all(audited.map(readPlace));
  const { links, repositories: referable } = await findLinks(
    program,
    new Map(places.map((place) => [place.repository.id, place.gates])),
  );
  const declared = await loadDeclaredGaps(programId);
  const saying = [...links, ...declared.flatMap((gap) => withClaims([], claimsOf(gap)))];
  const judged = await judgePlaces({ program, places, saying, now });
  const linked = linkedFacts({ program, links, judged });
  const repositories = [];
  for (const place of judged)
    repositories.push(await withLinks({ program, place, linked, declared, now }));
  const items = repositories.flatMap((repository) => repository.items);
  const clusters = gatherClusters({
    items,
    rules: program.rules,
    tracking: trackingOf(program, referable, now),
    words: await loadClusterWords(programId),
  });
  return {
    programId,
    policyVersion: program.policyVersion,
    at: clock,
    words: program.words,
    repositories,
    links,
    items,
    decays: await decaysOf(program, items, repositories),
    tallies: talliesOf(repositories),
    clusters,
    work: findWork({ items, clusters, repositories, rules: program.rules }),
    effects: await judgeOpen({ places: judged, links, linked, rules: program.rules, now }),
    days: MEASURES.map((measure) => ({ measure, points: burndown(program, items, measure, now) })),
  };
}

/** A repository with its gates and what was seen of their runs. */
async function readPlace(repository: RepositoryInScope) {
  const catalogue = await readCatalogue(repository);
  const gates = catalogue.gates.known ? catalogue.gates.value : [];
  return { repository, catalogue, gates, observation: await observe(repository, gates) };
}

/** Every repository by the evidence of its own changes; `saying` is all that claims to repair or cover something. */
async function judgePlaces({
  program,
  places,
  saying,
  now,
}: {
  program: ProgramFacts;
  places: readonly Awaited<ReturnType<typeof readPlace>>[];
  saying: readonly Link[];
  now: Date;
}) {
  const overrides = await loadOverrides(program.id);
  const judged = [];
  for (const place of places) {
    const { id } = place.repository;
    const own = overrides.get(id) ?? NO_OVERRIDES;
    const sources = pullsSaying(id, saying, ["closes", "covers"]);
    const covering = pullsSaying(id, saying, ["covers"]);
    const mergedBefore = await loadMergeTimes(id, [...sources], now);
    const knowsGates = place.catalogue.gates.known;
    judged.push({
      mergedBefore,
      knowsGates,
      testKinds: own.testKinds,
      ...place,
      ...(await judgeRepository({ program, ...place, overrides: own, sources, covering, now })),
    });
  }
  return judged;
}

async function withLinks({
  program,
  place,
  linked,
  declared,
  now,
}: {
  program: ProgramFacts;
  place: Awaited<ReturnType<typeof readPlace>> & Awaited<ReturnType<typeof judgeRepository>>;
  linked: LinkedFacts;
  declared: readonly DeclaredGapRow[];
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
  const written = judgeDeclared({
    repository,
    gaps: declared,
    rules: program.rules,
    coverOf: linked.ofDeclared,
  });
  const fixes = applyLinks(place.items, linked);
  const { required, findings } = requiredOf(catalogue.gates, observation, repository.forge);
  return {
    id: repository.id,
    alias: repository.alias,
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
    items: [...fixes, ...open, ...written],
  };
}

// A clone holds no issues and a forge may refuse them: what was not read is not counted as none.
const issuesAreRead = ({ forge, issuesRefusal }: RepositoryInScope): boolean =>
  forge !== "git" && issuesRefusal === null;

/** The counts of each repository, but no count of none where its issues were not read: only what was written down is counted there. */
function talliesOf(
  repositories: readonly {
    readonly id: number;
    readonly readsIssues: boolean;
    readonly items: readonly JudgedItem[];
  }[],
): RepositoryTallyRow[] {
  const unread = new Set(repositories.filter((each) => !each.readsIssues).map(({ id }) => id));
  return tallyRepositories(repositories).filter(
    (row) => row.population === "fix" || row.inScope > 0 || !unread.has(row.repositoryId),
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
