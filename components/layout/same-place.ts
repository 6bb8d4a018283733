import type { Route } from "next";
import { paths } from "./paths.ts";

type Slug = string;

/** The pages that every program has, by the part of their address behind the program's. */
const PAGES: Readonly<Record<string, (slug: Slug) => Route>> = {
  gaps: (slug) => paths.gaps(slug, { verdict: ["gap"] }),
  merged: (slug) => paths.merged(slug),
  clusters: (slug) => paths.clusters(slug),
  gates: (slug) => paths.gates(slug),
  links: (slug) => paths.links(slug),
  plan: (slug) => paths.plan(slug),
  policy: (slug) => paths.policy(slug),
  settings: (slug) => paths.program(slug),
};

/** The page of another program that is like this one: one cluster or gate leads to their list, one gap to the gaps, and what no other program has to the overview. */
export function samePlace(pathname: string, slug: Slug): Route {
  const [, first, , third = ""] = pathname.split("/");
  const page = first === "gaps" ? "gaps" : first === "p" ? third : "";
  const toPage = Object.hasOwn(PAGES, page) ? PAGES[page] : undefined;
  return toPage === undefined ? paths.overview(slug) : toPage(slug);
}
