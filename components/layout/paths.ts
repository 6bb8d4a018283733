import type { Route } from "next";
import { type GapFilter, gapQuery } from "#/lib/contract/gap-filter.ts";
import { type GateFilter, gateQuery } from "#/lib/contract/gate-filter.ts";
import { type MergedFilter, mergedQuery } from "#/lib/contract/merged.ts";
import type { Measure } from "#/lib/coverage/measure.ts";
import { gapName } from "#/lib/format.ts";

// Typed routes know literals only; these are the literals with their holes filled.
const route = (path: string) => path as Route;
const part = encodeURIComponent;
const measured = (measure: Measure | undefined) =>
  measure === undefined ? "" : gapQuery({ measure });

/** Where everything lives. */
export const paths = {
  sources: route("/settings/sources"),
  programs: route("/settings/programs"),
  overview: (slug: string, query = "") => route(`/p/${part(slug)}${query}`),
  gaps: (slug: string, filter: Partial<GapFilter> = {}) =>
    route(`/p/${part(slug)}/gaps${gapQuery(filter)}`),
  gapsWith: (slug: string, query: string) => route(`/p/${part(slug)}/gaps${query}`),
  gapsCsv: (slug: string, filter: Partial<GapFilter>) =>
    `/api/v1/programs/${part(slug)}/gaps.csv${gapQuery(filter)}`,
  gap: (item: number) => route(`/gaps/${gapName(item)}`),
  merged: (slug: string, filter: Partial<MergedFilter> = {}) =>
    route(`/p/${part(slug)}/merged${mergedQuery(filter)}`),
  clusters: (slug: string, measure?: Measure) =>
    route(`/p/${part(slug)}/clusters${measured(measure)}`),
  cluster: (slug: string, key: string, measure?: Measure) =>
    route(`/p/${part(slug)}/clusters/${part(key)}${measured(measure)}`),
  plan: (slug: string, measure?: Measure) => route(`/p/${part(slug)}/plan${measured(measure)}`),
  planMarkdown: (slug: string, measure: Measure) =>
    `/api/v1/programs/${part(slug)}/plan.md${measured(measure)}`,
  gates: (slug: string) => route(`/p/${part(slug)}/gates`),
  gatesWith: (slug: string, filter: GateFilter) =>
    route(`/p/${part(slug)}/gates${gateQuery(filter)}`),
  gate: (slug: string, id: number) => route(`/p/${part(slug)}/gates/${id}`),
  links: (slug: string, page = 1) =>
    route(`/p/${part(slug)}/links${page === 1 ? "" : `?page=${page}`}`),
  policy: (slug: string) => route(`/p/${part(slug)}/policy`),
  program: (slug: string) => route(`/p/${part(slug)}/settings`),
};
