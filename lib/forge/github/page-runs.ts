import type { WorkflowRunFact } from "#/lib/facts/workflow-run.ts";
import type { Page, PoisonRow, Position } from "../forge.ts";
import { ForgeError } from "../forge-error.ts";
import { nextPosition } from "../next-position.ts";
import type { Place } from "./ask-repository.ts";
import { parse } from "./parse.ts";
import { foreign, isCount } from "./read-position.ts";
import { type Run, Runs } from "./rest-schema.ts";
import { serverTimeOf } from "./server-time.ts";
import { toRun } from "./to-run.ts";

const PER_PAGE = 100;
// A list with a condition ends there, however long it is. Source: the forge's description of it.
const LISTED_MAX = 1000;
const PAGES_MAX = LISTED_MAX / PER_PAGE;

type Walk = {
  readonly page: number;
  readonly totalBefore: number | null;
  /** The newest moment of this part of the walk; null for the first one, which begins now. */
  readonly until: string | null;
  /** What the first page said that the whole list has; null before it. */
  readonly total: number | null;
};

/** Runs of workflows, the newest first. The forge lists no more than a thousand, so a longer list is walked in parts: each begins at the moment of the last run before it. */
export async function pageRuns(
  place: Place,
  position: Position | null,
  since: Date | null,
): Promise<Page<WorkflowRunFact>> {
  const walk = walkOf(position);
  const created = createdOf(since, walk.until);
  const query = new URLSearchParams({
    per_page: String(PER_PAGE),
    page: String(walk.page),
    ...(created === null ? {} : { created }),
  });
  const answer = await place.api.get(`${place.path}/actions/runs?${query}`);
  const { total_count, workflow_runs } = parse(Runs, answer.body, "runs");
  const total = walk.total ?? total_count;
  return {
    ...toRows(workflow_runs),
    next: nextOf({ ...walk, total }, workflow_runs, total_count),
    total,
    serverTime: serverTimeOf(answer),
  };
}

function walkOf(position: Position | null): Walk {
  if (position === null) return { page: 1, totalBefore: null, until: null, total: null };
  const { page, totalBefore, until, total } = position;
  const isMoment =
    until === null || (typeof until === "string" && !Number.isNaN(Date.parse(until)));
  const areCounts = [totalBefore, total].every((count) => count === null || isCount(count, 0));
  if (!isCount(page, 1) || !isMoment || !areCounts) throw foreign();
  return { page, until, totalBefore: totalBefore as number | null, total: total as number | null };
}

const seconds = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`;

function createdOf(since: Date | null, until: string | null): string | null {
  if (since === null) return until === null ? null : `<=${until}`;
  return until === null ? `>=${seconds(since)}` : `${seconds(since)}..${until}`;
}

function nextOf(walk: Walk, rows: readonly Run[], totalNow: number): Position | null {
  const { page, totalBefore, total, until } = walk;
  const listed = Math.min(totalNow, LISTED_MAX);
  const next = nextPosition({
    page,
    limit: PER_PAGE,
    received: rows.length,
    total: listed,
    totalBefore,
  });
  if (next !== null && page < PAGES_MAX) return { ...next, until, total };
  if (totalNow <= LISTED_MAX && next === null) return null;
  const oldest = rows.at(-1)?.created_at;
  if (!oldest) return null;
  // Those of the same second are read again, since the part may begin in the midst of them.
  const from = seconds(oldest);
  if (from === until) throw tooMany(from);
  return { page: 1, totalBefore: null, until: from, total };
}

function toRows(rows: readonly Run[]): { rows: WorkflowRunFact[]; poison: PoisonRow[] } {
  const told: WorkflowRunFact[] = [];
  const poison: PoisonRow[] = [];
  for (const row of rows) {
    const run = toRun(row);
    if (run.known) told.push(run.value);
    else poison.push({ at: `run ${row.id}`, number: null, why: run.why });
  }
  return { rows: told, poison };
}

const tooMany = (at: string): ForgeError =>
  new ForgeError(
    "failed",
    `More than ${LISTED_MAX} runs were created at ${at}, and the forge lists no more of them, so the older ones cannot be reached.`,
  );
