import { beforeAll, describe, expect, test } from "vitest";
import type { GapsView } from "#/lib/contract/gaps.ts";
import { MEASURES, type Measure } from "#/lib/coverage/measure.ts";
import { addTallies, type Tally, tallyOf } from "#/lib/coverage/tally.ts";
import { VERDICTS, type VerdictKind } from "#/lib/coverage/verdict.ts";
import { renderProgramCsv } from "#/lib/report/program-csv.ts";
import { ProgramDocument } from "#/lib/report/program-document.ts";
import { renderProgramJson } from "#/lib/report/program-json.ts";
import { csvRows } from "./csv-rows.ts";
import {
  clustersAt,
  csvAt,
  gapsAt,
  overviewAt,
  planAt,
  programRow,
  reported,
  sum,
  tallyIn,
} from "./surfaces.ts";

type Rows = ReturnType<typeof csvRows>;

const isVerdict = (text: string): text is VerdictKind =>
  VERDICTS.some((verdict) => verdict === text);
const ofRows = (rows: Rows): Tally =>
  tallyOf(rows.flatMap(({ verdict = "" }) => (isVerdict(verdict) ? [verdict] : [])));
const ofCounts = (counts: GapsView["counts"]): Tally => ({
  ...counts,
  inScope: sum(VERDICTS.map((verdict) => counts[verdict])),
});
const ofCells = (row: Rows[number] = {}): Tally => ({
  inScope: Number(row["in_scope"]),
  covered: Number(row["covered"]),
  gap: Number(row["gap"]),
  waived: Number(row["waived"]),
  unknown: Number(row["unknown"]),
});

export type Stand = {
  /** `name@version`. */
  readonly policy: string;
  readonly rung: Measure;
  /** How many fixes are in scope, and of how many repositories. */
  readonly fixes: number;
  readonly audited: number;
  /** Whether something was said that nobody judged yet. */
  readonly judging: boolean;
};

/** Tests that every surface says of every measure what the overview says, and by the same policy. */
export function allSay({ policy, rung, fixes, audited, judging }: Stand): void {
  let document: ProgramDocument;
  let csv: Rows;
  beforeAll(async () => {
    document = ProgramDocument.parse(JSON.parse(renderProgramJson(await reported())));
    csv = csvRows(renderProgramCsv(document));
  });

  describe.each(MEASURES)("of %s", (measure) => {
    let tally: Tally;
    let repositories: readonly { readonly alias: string; readonly own: Tally }[];
    beforeAll(async () => {
      const view = await overviewAt(measure);
      tally = tallyIn(view.measures, measure);
      repositories = view.repositories.flatMap(({ alias, audit }) =>
        audit === null ? [] : [{ alias, own: tallyIn(audit.measures, measure) }],
      );
    });

    test("the overview divides all of its fixes, and is the sum of its repositories", () => {
      const { inScope, covered, gap, waived, unknown } = tally;
      expect([inScope, repositories.length]).toEqual([fixes, audited]);
      expect(inScope).toBe(covered + gap + waived + unknown);
      expect(addTallies(repositories.map(({ own }) => own))).toEqual(tally);
    });

    test("the list counts the same, of the program and of each repository, and is as long as the denominator", async () => {
      const view = await gapsAt(measure);
      expect([view.measure, ofCounts(view.counts)]).toEqual([measure, tally]);
      const behind = await gapsAt(measure, { verdict: "covered,gap" });
      expect(behind.total).toBe(tally.covered + tally.gap);
      const lists = repositories.map(({ alias }) => gapsAt(measure, { repo: alias }));
      const counted = (await Promise.all(lists)).map(({ counts }) => ofCounts(counts));
      expect(counted).toEqual(repositories.map(({ own }) => own));
    });

    test("the CSV of the list has a row for each, with the measure and the policy", async () => {
      const rows = await csvAt(measure);
      expect(rows).toHaveLength(fixes);
      expect(ofRows(rows)).toEqual(tally);
      const said = new Set(rows.map((row) => `${row["measure"]} by ${row["policy"]}`));
      expect([...said]).toEqual([`${measure} by ${policy}`]);
    });

    test("the plan begins at its fraction and closes or leaves each of its gaps once", async () => {
      const plan = await planAt(measure);
      const { covered, gap, unknown } = tally;
      const of = covered + gap;
      expect(plan).toMatchObject({ measure, gaps: gap, unknown, now: { covered, of } });
      expect(`${plan.policy.name}@${plan.policy.version}`).toBe(policy);
      const work = plan.entries.filter(({ program }) => program !== null);
      const closed = sum(work.map(({ gaps }) => gaps.length));
      expect(closed + sum(plan.rest.map(({ gaps }) => gaps))).toBe(gap);
      expect(plan.done).toEqual({ covered: covered + closed, of });
    });

    test("the command's JSON says the same of the program and of each repository", () => {
      const said = document.measures.find((figure) => figure.measure === measure);
      expect(said).toMatchObject({ ...tally, of: tally.covered + tally.gap });
      const own = repositories.map((row) => ({ alias: row.alias, ...row.own }));
      expect(said?.repositories).toMatchObject(own);
    });

    test("the command's CSV says the same of the program and of each repository", () => {
      const own = csv.filter((row) => row["measure"] === measure && row["policy"] === policy);
      const cellsOf = (kind: string) => own.filter(({ row }) => row === kind).map(ofCells);
      expect(cellsOf("program")).toEqual([tally]);
      expect(cellsOf("repository")).toEqual(repositories.map((row) => row.own));
    });
  });

  test("each says the policy in force, and its measure where none is asked for", async () => {
    const { program, burndown } = await overviewAt(null);
    expect(`${program.policyName}@${program.policyVersion}`).toBe(policy);
    expect([program.measure, program.judging]).toEqual([rung, judging]);
    expect(document).toMatchObject({ policy, measure: rung, judging });
    const [gaps, clusters] = await Promise.all([gapsAt(null), clustersAt(null)]);
    expect([gaps.policy, clusters.policy]).toEqual([policy, policy]);
    const views = [gaps, clusters, await planAt(null)];
    const measures = [burndown, document, ...views].map(({ measure }) => measure);
    expect(new Set(measures)).toEqual(new Set([rung]));
    const said = new Set((await csvAt(null)).map((row) => `${row["measure"]} by ${row["policy"]}`));
    expect([...said]).toEqual([`${rung} by ${policy}`]);
  });

  test("the plan of the command is that of the page, and its clusters and what is in none are the gaps", async () => {
    const plan = await planAt(null);
    const { now, done, gaps } = plan;
    expect(document).toMatchObject({
      gaps,
      plan: { now, done, gaps, pieces: plan.entries.length },
    });
    const gathered = [...document.clusters, ...document.unclustered];
    expect(sum(gathered.map((row) => row.gaps))).toBe(gaps);
    const rows = csv.filter(({ row }) => row === "cluster" || row === "unclustered");
    expect(sum(rows.map((row) => Number(row["gap"])))).toBe(gaps);
  });

  test("the row of the program in the list of all says the same", async () => {
    const row = await programRow();
    const figure = tallyIn((await overviewAt(null)).measures, rung);
    expect(row).toMatchObject({ measure: rung, fixes: figure, audited, judging });
    expect(`${row?.policyName}@${row?.policyVersion}`).toBe(policy);
  });
}
