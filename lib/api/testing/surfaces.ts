import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect } from "vitest";
import { runReport } from "#/lib/cli/report/run-report.ts";
import { ClustersView } from "#/lib/contract/clusters.ts";
import { GapsView } from "#/lib/contract/gaps.ts";
import { OverviewView } from "#/lib/contract/overview.ts";
import { PlanView } from "#/lib/contract/plan.ts";
import { PolicyView } from "#/lib/contract/policy.ts";
import { ProgramRow } from "#/lib/contract/program.ts";
import type { Measure } from "#/lib/coverage/measure.ts";
import { EMPTY_TALLY, type Tally } from "#/lib/coverage/tally.ts";
import type { ProgramDocument } from "#/lib/report/program-document.ts";
import { NOW, SLUG } from "#/lib/sync/testing/sample.ts";
import { csvRows } from "./csv-rows.ts";
import { send } from "./request.ts";

export const HERE = `/programs/${SLUG}`;

// A measure of null asks for none, so that the policy's own is answered.
const ask = (what: string, measure: Measure | null, more: Record<string, string> = {}) => {
  const query = new URLSearchParams({ ...more, ...(measure === null ? {} : { measure }) });
  return send(`GET ${HERE}/${what}?${query}`);
};
const json = async (...asked: Parameters<typeof ask>): Promise<unknown> =>
  (await ask(...asked)).json();

export const overviewAt = async (measure: Measure | null) =>
  OverviewView.parse(await json("overview", measure));
export const gapsAt = async (measure: Measure | null, more?: Record<string, string>) =>
  GapsView.parse(await json("gaps", measure, more));
export const clustersAt = async (measure: Measure | null) =>
  ClustersView.parse(await json("clusters", measure));
export const planAt = async (measure: Measure | null) =>
  PlanView.parse(await json("plan", measure));
export const csvAt = async (measure: Measure | null) =>
  csvRows(await (await ask("gaps.csv", measure)).text());
export const policyNow = async () => PolicyView.parse(await json("policy", null));

/** The row of the program in the list of all. */
export async function programRow(): Promise<ProgramRow | undefined> {
  const { programs } = (await (await send("GET /programs")).json()) as { programs: unknown };
  return ProgramRow.array()
    .parse(programs)
    .find(({ slug }) => slug === SLUG);
}

/** What the command prints, as a shell gets it. */
export function printed(...options: readonly string[]): string {
  const bin = join(import.meta.dirname, "../../../bin/gateline.mjs");
  const command = [bin, "report", SLUG, ...options];
  const { stdout, stderr, status } = spawnSync(process.execPath, command, { encoding: "utf8" });
  expect([stderr, status]).toEqual(["", 0]);
  return stdout;
}

/** The command's document, without a process of its own. */
export const reported = (measure: Measure | null = null): Promise<ProgramDocument> =>
  runReport({ slug: SLUG, measure, now: NOW });

/** The tally of a measure among others; the empty one where it is not among them. */
export const tallyIn = (tallies: OverviewView["measures"], measure: Measure): Tally =>
  tallies.find((row) => row.measure === measure)?.tally ?? EMPTY_TALLY;

export const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);
