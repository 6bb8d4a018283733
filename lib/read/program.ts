import type { ProgramView } from "#/lib/contract/program.ts";
import { db } from "#/lib/store/db.ts";
import { type FoundProgram, findProgramOrThrow } from "./find-program.ts";

/** What every page of a program says about itself. */
export async function readProgramOrThrow(input: {
  slug: string;
  clock: Date;
}): Promise<ProgramView> {
  return programView(await findProgramOrThrow(input.slug), input.clock);
}

/** A found program as a view; its present is its own where it stands still, else the clock. */
export async function programView(program: FoundProgram, clock: Date): Promise<ProgramView> {
  const { policy } = program;
  return {
    slug: program.slug,
    name: program.name,
    sample: program.sample,
    archived: program.archivedAt !== null,
    archivedAt: program.archivedAt?.toISOString() ?? null,
    mandate: program.mandate,
    mandateBy: program.mandateBy,
    trackingIssue: await trackingIssue(program),
    measure: policy.rules.rung,
    policyName: policy.rules.name,
    policyVersion: policy.version,
    timeZone: program.timeZone,
    fixesSince: program.fixesSince.toISOString(),
    now: (program.standsAt ?? clock).toISOString(),
    standsStill: program.standsAt !== null,
    assessedAt: program.assessedAt?.toISOString() ?? null,
    judging: await isJudging(program),
  };
}

type Judged = Pick<FoundProgram, "id" | "words" | "wordsJudged"> & {
  readonly policy: { readonly version: number };
};

/** Whether something was said that what is displayed does not know: a person's word, or a newer version of the policy. */
export async function isJudging({
  id: programId,
  policy,
  words,
  wordsJudged,
}: Judged): Promise<boolean> {
  if (words > wordsJudged) return true;
  const last = await db.snapshot.findFirst({
    where: { programId },
    orderBy: { id: "desc" },
    select: { policyVersion: true },
  });
  return last !== null && last.policyVersion < policy.version;
}

async function trackingIssue(program: FoundProgram): Promise<ProgramView["trackingIssue"]> {
  const { id: programId, trackingRepository: alias, trackingIssue: number } = program;
  if (alias === null || number === null) return null;
  const home = await db.programRepository.findUnique({
    where: { programId_alias: { programId, alias } },
    include: { repository: { include: { issues: { where: { number }, select: { url: true } } } } },
  });
  if (!home) return null;
  const url = program.sample ? null : (home.repository.issues[0]?.url ?? null);
  return { label: `${home.repository.fullName}#${number}`, url };
}
