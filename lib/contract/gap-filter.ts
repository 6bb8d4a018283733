import { z } from "zod";
import { MEASURES, type Measure } from "#/lib/coverage/measure.ts";
import { RUNGS } from "#/lib/coverage/rung/rungs.ts";
import { VERDICTS } from "#/lib/coverage/verdict.ts";

export const PAGE_SIZE = 50;
export const UNCLUSTERED = "none";
// The largest integer of a Postgres `int`.
const ID_MAX = 2_147_483_647;
export const SORTS = ["-entered", "entered", "item", "-item", "title", "repo"] as const;

// A repeated parameter arrives as an array; page, route and hook must read it alike.
const words = (value: unknown) =>
  (Array.isArray(value) ? value : value === undefined ? [] : [value])
    .flatMap((part) => String(part).split(","))
    .map((part) => part.trim())
    .filter((part) => part !== "");
const one = (value: unknown) => (Array.isArray(value) ? value.at(-1) : value);

const list = <Schema extends z.ZodType>(item: Schema) =>
  z.preprocess(words, z.array(item)).default([]);
// An emptied field of a form is sent as an empty text, and asks for nothing.
const oneOrNothing = (value: unknown) => (one(value) === "" ? undefined : one(value));
const text = z.preprocess(oneOrNothing, z.string().trim().max(200).optional());

/** Which items a list shows; the same in the address, the API, the CSV and the command line. */
export const GapFilter = z.object({
  q: text,
  population: z.preprocess(one, z.enum(["fix", "issue"])).default("fix"),
  /** Absent: the measure of the program's policy. */
  measure: z.preprocess(one, z.enum(MEASURES)).optional(),
  verdict: list(z.enum(VERDICTS)),
  rung: list(z.enum(RUNGS)),
  repo: list(z.string()),
  cluster: list(z.string()),
  part: text,
  /** Id of a gate: the items whose evidence names it. */
  gate: z.preprocess(oneOrNothing, z.coerce.number().int().min(1).max(ID_MAX).optional()),
  state: list(z.enum(["claimed", "unclaimed"])),
  /** Whether anybody saw to it in the sweep. */
  sweep: z.preprocess(oneOrNothing, z.enum(["triaged", "untriaged"]).optional()),
  owner: text,
  sort: z.preprocess(one, z.enum(SORTS)).default("-entered"),
  page: z.preprocess(one, z.coerce.number().int().min(1).max(100_000)).default(1),
});
export type GapFilter = z.infer<typeof GapFilter>;

/** The filter as a query string without its defaults, so that equal filters have equal addresses. */
export function gapQuery(filter: Partial<GapFilter>): string {
  const query = new URLSearchParams();
  const put = (key: string, value: string | undefined) => {
    if (value !== undefined && value !== "") query.set(key, value);
  };
  put("q", filter.q);
  if (filter.population !== "fix") put("population", filter.population);
  put("measure", filter.measure);
  for (const key of ["verdict", "rung", "repo", "cluster", "state"] as const) {
    put(key, filter[key]?.join(","));
  }
  put("part", filter.part);
  put("gate", filter.gate?.toString());
  put("sweep", filter.sweep);
  put("owner", filter.owner);
  if (filter.sort !== "-entered") put("sort", filter.sort);
  if (filter.page !== undefined && filter.page > 1) put("page", String(filter.page));
  const written = query.toString().replaceAll("%2C", ",").replaceAll("%40", "@");
  return written === "" ? "" : `?${written}`;
}

/** The list behind a percentage: exactly its denominator. */
export function denominatorOf(measure: Measure, repo?: string): string {
  return gapQuery({ measure, verdict: ["covered", "gap"], ...(repo ? { repo: [repo] } : {}) });
}
