import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { renderProgramCsv } from "#/lib/report/program-csv.ts";
import { renderProgramJson } from "#/lib/report/program-json.ts";
import { db } from "#/lib/store/db.ts";
import { readySample } from "#/lib/sync/testing/sample.ts";
import { allSay, type Stand } from "./testing/all-say.ts";
import { clustersSay, recordsSay } from "./testing/judged-say.ts";
import { request } from "./testing/request.ts";
import { HERE, overviewAt, policyNow, printed, reported, tallyIn } from "./testing/surfaces.ts";

const sample = await readySample();
afterAll(() => sample.close());

const FIRST: Stand = {
  policy: "blocking@1",
  rung: "blocking",
  fixes: 154,
  audited: 2,
  judging: false,
};
const SECOND: Stand = { ...FIRST, policy: "blocking@2", rung: "tested" };

// Each block goes on from where the one before it left the program.
describe("under the policy that the program began with", () => {
  allSay(FIRST);
  clustersSay();
  recordsSay(FIRST);

  test.each(["has_test@1", "gated"] as const)(
    "asked for %s alone the command says nothing of another",
    async (measure) => {
      const { measures, measure: said, gaps, plan } = await reported(measure);
      expect([said, measures.map((figure) => figure.measure)]).toEqual([measure, [measure]]);
      expect([gaps, plan.gaps]).toEqual([measures[0]?.gap, measures[0]?.gap]);
    },
  );

  test("the command prints one document and nothing else, as JSON and as CSV", async () => {
    const document = await reported();
    expect(printed("--format", "json")).toBe(renderProgramJson(document));
    expect(printed("--format", "csv")).toBe(renderProgramCsv(document));
  });

  test("the command prints the published figures for people", () => {
    const text = printed("--measure", "has_test@1");
    expect(text).toMatch(/^has_test@1 +all audited +66\.2 % +102 of 154 +52 +0 +0 +154$/m);
    expect(text).toMatch(/^has_test@1 +core +78\.8 % +41 of 52 +11 +0 +0 +52$/m);
    expect(text).toMatch(/^has_test@1 +cp +59\.8 % +61 of 102 +41 +0 +0 +102$/m);
    expect(text).toContain("2 of 5 repositories audited");
  });
});

describe("while facts of one repository and the demands of all cannot be read", () => {
  const refuse = async (refusal: string | null) => {
    const workflows = { repositoryId: sample.idOf("cp"), stream: "workflows" };
    const where = { OR: [{ stream: "protection" }, workflows] };
    await db.syncStream.updateMany({ where, data: { refusal } });
    await sample.assess();
  };
  beforeAll(() => refuse("The forge refuses it."));
  afterAll(() => refuse(null));

  allSay(FIRST);
  clustersSay();
  recordsSay(FIRST);

  test("what is unknown is in the figures of the measures that need it, and in no other", async () => {
    const { measures } = await overviewAt(null);
    const unknown = (["has_test@1", "tested", "gated", "blocking"] as const).map(
      (measure) => tallyIn(measures, measure).unknown > 0,
    );
    expect(unknown).toEqual([false, false, true, true]);
    const blocking = (await reported()).measures.find(({ measure }) => measure === "blocking");
    expect(blocking).toMatchObject({ percent: null, bounds: { low: 0 } });
  });
});

describe("under other rules, before they were judged", () => {
  beforeAll(async () => {
    await request("PUT /operator", { name: "CTO" });
    const { rules, version } = await policyNow();
    const draft = { ...rules, rung: "tested" };
    const body = { rules: draft, baseVersion: version, reason: "Tests first." };
    await request(`POST ${HERE}/policy`, body);
  });

  allSay({ ...SECOND, judging: true });
  clustersSay();
});

describe("under other rules, once they were judged", () => {
  beforeAll(() => sample.assess());

  allSay(SECOND);
  clustersSay();
  recordsSay(SECOND);

  test("the figure is another one than before, and the old one stays the old version's", async () => {
    const { versions } = await policyNow();
    expect(versions.map(({ version, displayed }) => [version, displayed?.fixes.covered])).toEqual([
      [2, 107],
      [1, 25],
    ]);
  });
});

describe("with a repository less, before it was judged without it", () => {
  beforeAll(() => request(`DELETE ${HERE}/repositories/cp`, { reason: "another team’s" }));

  allSay({ ...SECOND, fixes: 52, audited: 1, judging: true });
  clustersSay();
});

describe("with a repository less, once it was judged without it", () => {
  beforeAll(() => sample.assess());

  allSay({ ...SECOND, fixes: 52, audited: 1 });
  clustersSay();
  recordsSay(SECOND);
});
