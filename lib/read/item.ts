import { z } from "zod";
import type { ItemView } from "#/lib/contract/item.ts";
import type { LinkEnd } from "#/lib/contract/links.ts";
import { RESOLUTIONS } from "#/lib/coverage/judge-issue.ts";
import { MEASURES, type Measure } from "#/lib/coverage/measure.ts";
import { RUNGS, type Rung } from "#/lib/coverage/rung/rungs.ts";
import { VERDICTS } from "#/lib/coverage/verdict.ts";
import { AppError } from "#/lib/errors.ts";
import { gapName } from "#/lib/format.ts";
import { db, sql } from "#/lib/store/db.ts";
import { readCandidates } from "./candidate-gates.ts";
import { readClassification } from "./classification.ts";
import { readDeclaration } from "./declaration.ts";
import { evidenceViews } from "./evidence.ts";
import { findProgramOrThrow } from "./find-program.ts";
import { readGapRows } from "./gap-rows.ts";
import { readDecays } from "./item-decays.ts";
import { readItemLinks } from "./item-links.ts";
import { readPatches } from "./patches.ts";
import { programView } from "./program.ts";

/** One item with its verdicts, the evidence for them and what was decided about it. */
export async function readItemOrThrow(input: {
  item: number;
  clock: Date;
  actorId: number | null;
}): Promise<ItemView> {
  const { item, clock, actorId } = input;
  const found = await db.item.findUnique({
    where: { id: item },
    include: {
      standing: true,
      verdicts: true,
      evidence: { orderBy: { ordinal: "asc" } },
      program: { select: { slug: true } },
    },
  });
  const standing = found?.standing;
  if (!found || !standing)
    throw new AppError("not_found", `There is no ${gapName(item)} in any program's scope.`);
  const program = await findProgramOrThrow(found.program.slug);
  const verdicts = inOrder(found.verdicts);
  const measure = measureOf(verdicts, program.policy.rules.rung);
  const [row] = await readGapRows({
    where: sql`v.item_id = ${item} and v.measure = ${measure}`,
    measure,
    sort: "item",
    page: 1,
    now: clock,
    actorId,
    sample: program.sample,
  });
  if (!row) throw new AppError("not_found", `There is no ${gapName(item)} in any program's scope.`);
  const origin = await readOrigin(found);
  const leading = await readLeading(found, program.sample);
  return {
    program: await programView(program, clock),
    row,
    end: endOf(found),
    measure,
    ...standingView(standing),
    ...(await readClassification(found)),
    verdicts,
    evidence: await evidenceViews(found.evidence, found.repositoryId, program.sample),
    decays: await readDecays(item, program.sample),
    ...origin,
    ...leading,
    candidates: await candidatesFor(found, row.title, origin.files),
    activity: await readActivity(found),
  };
}

/** What leads to it, what was declared of it, and who repairs it by either. */
async function readLeading(
  found: Parameters<typeof readItemLinks>[0] & { kind: string },
  sample: boolean,
) {
  const links = await readItemLinks(found, sample);
  const said = { ...links, declaration: await readDeclaration(found, sample) };
  const patches = found.kind === "fix" ? [] : await readPatches(found.programId, said);
  return { ...said, patches };
}

const inOrder = (rows: readonly { measure: string; verdict: string }[]): ItemView["verdicts"] =>
  MEASURES.flatMap((measure) => {
    const row = rows.find((candidate) => candidate.measure === measure);
    const verdict = VERDICTS.find((kind) => kind === row?.verdict);
    return verdict ? [{ measure, verdict }] : [];
  });

/** An item that only the audit's rule counts has no verdict at the policy's rung. */
const measureOf = (verdicts: ItemView["verdicts"], rung: Rung): Measure =>
  (verdicts.find(({ measure }) => measure === rung) ?? verdicts[0])?.measure ?? "tested";

const ResolutionName = z.enum(RESOLUTIONS);
const RungName = z.enum(RUNGS);
const rungOrNull = (rung: string | null): Rung | null => RungName.nullable().parse(rung);

type StandingRow = NonNullable<Awaited<ReturnType<typeof db.standing.findUnique>>>;

const standingView = (standing: StandingRow) => ({
  author: standing.author,
  why: standing.why,
  fixKind: standing.fixKind,
  resolution: ResolutionName.nullable().parse(standing.resolution),
  missed: rungOrNull(standing.missed),
  unknownAbove: unknownAbove(standing),
  judgedWith: { policyVersion: standing.policyVersion, engineVersion: standing.engineVersion },
});

function unknownAbove(standing: {
  unknownRung: string | null;
  unknownWhy: string | null;
}): ItemView["unknownAbove"] {
  const rung = rungOrNull(standing.unknownRung);
  return rung === null ? null : { rung, missing: standing.unknownWhy ?? "" };
}

function endOf(item: {
  id: number;
  kind: string;
  repositoryId: number | null;
  number: number | null;
}): LinkEnd {
  const { id, kind, repositoryId, number } = item;
  if (repositoryId === null || number === null) return { kind: "gap", number: id };
  return { kind: kind === "fix" ? "pull" : "issue", repositoryId, number };
}

const candidatesFor = (
  { programId, repositoryId }: { programId: number; repositoryId: number | null },
  title: string,
  files: ItemView["files"],
) =>
  readCandidates({
    programId,
    repositoryId,
    title,
    files: (files ?? []).map(({ path }) => path),
  });

async function readOrigin(found: {
  kind: string;
  repositoryId: number | null;
  number: number | null;
}) {
  const { repositoryId, number } = found;
  if (repositoryId === null || number === null)
    return { body: null, files: null, filesWhy: "A declared gap changes no files." };
  const key = { repositoryId_number: { repositoryId, number } };
  if (found.kind !== "fix") {
    const issue = await db.issue.findUnique({ where: key });
    return { body: issue?.body ?? null, files: null, filesWhy: "An issue changes no files." };
  }
  const pullRequest = await db.pullRequest.findUnique({
    where: key,
    include: { files: { orderBy: { path: "asc" } } },
  });
  const filesKnown = pullRequest?.filesKnown ?? false;
  return {
    body: pullRequest?.body ?? null,
    files: filesKnown
      ? (pullRequest?.files ?? []).map(({ path, previousPath, status, additions, deletions }) => ({
          path,
          previousPath,
          status,
          additions,
          deletions,
        }))
      : null,
    filesWhy: filesKnown ? null : (pullRequest?.filesWhy ?? "The changed files were not read yet."),
  };
}

async function readActivity(found: {
  id: number;
  kind: string;
  naturalKey: string;
}): Promise<ItemView["activity"]> {
  // What was declared has decisions from before it had a number.
  const subjects = [gapName(found.id), ...(found.kind === "declared" ? [found.naturalKey] : [])];
  const rows = await db.decision.findMany({
    where: { subject: { in: subjects } },
    orderBy: { id: "asc" },
    include: { actor: true },
  });
  return rows.map(({ at, actor, verb }) => ({
    at: at.toISOString(),
    actor: actor.name,
    actorKind: actor.kind,
    verb,
  }));
}
