import { AppError } from "#/lib/errors.ts";
import type { Change, Page, PageRequest } from "../forge.ts";
import type { OffsetPosition } from "../next-position.ts";
import type { Place } from "./list.ts";
import { changedPullsOf, changesOf, issuesOf } from "./lists.ts";
import { changesPosition } from "./positions.ts";
import { readList } from "./read-list.ts";

// A page of pull requests costs as much as one of them by itself, but says more than is wanted.
const TOUCHED_MAX = 3;
const PULLS_MAX = 5000;
const BEGIN = { page: 1, totalBefore: null };

/**
 * What changed since. The first page lists issues and pull requests together, which is all of it in a
 * quiet repository: a pull request is then a number to ask for. Where more changed than the page holds,
 * or several pull requests, both are read by pages of their own, since a page of pull requests costs
 * less than asking for each.
 */
export async function readChanges(
  place: Place,
  request: PageRequest<"changes">,
): Promise<Page<Change>> {
  const { since } = request;
  if (since === null) {
    throw new AppError("invalid", "Changes are asked for from a moment on, and none was given.");
  }
  const position = changesPosition(request.position);
  if (position?.list === "pulls") return readChangedPulls(place, position, since);
  if (position?.list === "issues") return readChangedIssues(place, position, since);
  const both = await readList(place.http, changesOf(place, since), null);
  const { limit } = changesOf(place, since);
  const touched = both.rows.flatMap((row) => (row.kind === "touched" ? [row.number] : []));
  if (both.next === null && touched.length <= TOUCHED_MAX) {
    note(place, touched);
    return { ...both, next: null };
  }
  const rows = both.rows.filter(({ kind }) => kind === "issue");
  if (both.next === null) return { ...both, rows, next: { ...BEGIN, limit, list: "pulls" } };
  return { ...both, rows, poison: [], next: { ...BEGIN, limit, list: "issues" }, total: null };
}

/** Whoever asks for these next need not find out first that they are pull requests. */
function note({ server, repository }: Place, numbers: readonly number[]): void {
  if (server.pulls.size > PULLS_MAX) server.pulls.clear();
  for (const number of numbers) server.pulls.add(`${repository}#${number}`);
}

async function readChangedIssues(
  place: Place,
  position: OffsetPosition,
  since: Date,
): Promise<Page<Change>> {
  const page = await readList(place.http, issuesOf(place, since), position);
  const rows = page.rows.map((issue): Change => ({ kind: "issue", issue }));
  const next = page.next
    ? { ...page.next, list: "issues" }
    : { ...BEGIN, limit: place.server.abilities.pullsMax, list: "pulls" };
  return { ...page, rows, next, total: null };
}

async function readChangedPulls(
  place: Place,
  position: OffsetPosition,
  since: Date,
): Promise<Page<Change>> {
  const page = await readList(place.http, changedPullsOf(place, since), position);
  const rows = page.rows.map((pull): Change => ({ kind: "pull", pull }));
  return { ...page, rows, next: page.next && { ...page.next, list: "pulls" }, total: null };
}
