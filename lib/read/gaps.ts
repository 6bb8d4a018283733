import { z } from "zod";
import { type GapFilter, PAGE_SIZE } from "#/lib/contract/gap-filter.ts";
import type { GapRow, GapsView } from "#/lib/contract/gaps.ts";
import { VERDICTS, type VerdictKind } from "#/lib/coverage/verdict.ts";
import { db, type Sql, sql } from "#/lib/store/db.ts";
import { findProgramOrThrow } from "./find-program.ts";
import { gapConditions } from "./gap-conditions.ts";
import { gapTables, type RowsRequest, readGapRows } from "./gap-rows.ts";

type Question = {
  readonly slug: string;
  readonly filter: GapFilter;
  /** Leases are real time, also in a program that stands still. */
  readonly clock: Date;
  readonly actorId: number | null;
};

/** One page of the items that a filter lets through, with the verdicts of all of them counted. */
export async function readGapsOrThrow(question: Question): Promise<GapsView> {
  const { filter } = question;
  const plan = await planRead(question);
  const counts = await countVerdicts(plan.base, plan.request);
  const wanted: readonly VerdictKind[] = filter.verdict.length === 0 ? VERDICTS : filter.verdict;
  const total = wanted.reduce((n, verdict) => n + counts[verdict], 0);
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const page = Math.min(filter.page, pages);
  return {
    measure: plan.request.measure,
    policy: plan.policy,
    rows: await readGapRows({ ...plan.request, page }),
    total,
    counts,
    page,
    pages,
    choices: {
      ...(await readChoices(plan.programId, plan.request.measure)),
      gate: await findGate(plan.programId, filter.gate),
    },
  };
}

/** Every row that a filter lets through, for the CSV, and the policy in force as `name@version`. */
export async function readAllGapsOrThrow(
  question: Question,
): Promise<{ measure: string; policy: string; rows: GapRow[] }> {
  const { request, policy } = await planRead(question);
  return { measure: request.measure, policy, rows: await readGapRows(request) };
}

async function planRead({ slug, filter, clock, actorId }: Question) {
  const program = await findProgramOrThrow(slug);
  const measure = filter.measure ?? program.policy.rules.rung;
  const base = gapConditions(filter, { programId: program.id, measure, now: clock });
  const where =
    filter.verdict.length === 0 ? base : sql`${base} and v.verdict = any(${filter.verdict})`;
  const request: RowsRequest = {
    where,
    measure,
    sort: filter.sort,
    page: null,
    now: clock,
    actorId,
    sample: program.sample,
  };
  const { rules, version } = program.policy;
  return { programId: program.id, base, request, policy: `${rules.name}@${version}` };
}

const Count = z.object({ verdict: z.enum(["covered", "gap", "waived", "unknown"]), n: z.int() });

async function countVerdicts(where: Sql, { measure }: RowsRequest): Promise<GapsView["counts"]> {
  const rows = await db.$queryRaw`
    select v.verdict, count(*)::int as n from ${gapTables(measure)} where ${where} group by v.verdict`;
  const counts = { covered: 0, gap: 0, waived: 0, unknown: 0 };
  for (const { verdict, n } of z.array(Count).parse(rows)) counts[verdict] = n;
  return counts;
}

async function findGate(
  programId: number,
  id: number | undefined,
): Promise<GapsView["choices"]["gate"]> {
  if (id === undefined) return null;
  return db.gate.findFirst({
    where: { id, repository: { programs: { some: { programId } } } },
    select: { id: true, name: true },
  });
}

async function readChoices(programId: number, measure: string) {
  const [scope, clusters] = await Promise.all([
    db.programRepository.findMany({
      where: { programId },
      orderBy: { alias: "asc" },
      select: { alias: true },
    }),
    db.cluster.findMany({
      where: { programId, measure },
      orderBy: [{ gap: "desc" }, { key: "asc" }],
      select: { key: true, name: true },
    }),
  ]);
  return { repos: scope.map(({ alias }) => alias), clusters };
}
