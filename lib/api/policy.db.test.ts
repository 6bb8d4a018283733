import { createHash } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { answerTrial } from "#/lib/assess/answer-trial.ts";
import { BenchView, PolicyView, TrialView } from "#/lib/contract/policy.ts";
import { StepView } from "#/lib/contract/step.ts";
import { db } from "#/lib/store/db.ts";
import { NOW, readySample } from "#/lib/sync/testing/sample.ts";
import { wholeDatabase } from "#/lib/workflow/testing/whole-database.ts";
import { type Answered, request } from "./testing/request.ts";

const sample = await readySample();
afterAll(() => sample.close());

/** Short, since the difference of two whole databases would fill the memory. */
const written = async () =>
  createHash("sha256")
    .update(await wholeDatabase())
    .digest("hex");

const HERE = "/programs/2615/policy";
const read = async () => PolicyView.parse((await request(`GET ${HERE}`)).body);
const bench = (body: object) => request(`POST ${HERE}/bench`, body);
const viewOf = ({ body }: Answered) => BenchView.parse(body);

describe("before anybody is named", () => {
  test("S02 S05 S09 S10 S22 S25 the rules and what was promised are read, in words", async () => {
    const { rules, version, versions, chapters, charter, presets } = await read();
    expect([version, rules.rung, rules.approvals]).toEqual([
      1,
      "blocking",
      { reviews: 1, group: "CR2" },
    ]);
    expect(chapters.flatMap(({ sentences }) => sentences)).toContain(
      "A gap closes with 1 review by CR2.",
    );
    expect(presets.map(({ name }) => name)).toEqual(["audit", "gated", "blocking", "proven"]);
    expect(versions).toMatchObject([
      {
        version: 1,
        by: "gateline",
        reason: null,
        displayed: { fixes: { inScope: 154, covered: 25 } },
      },
    ]);
    expect(charter).toMatchObject({
      mandateBy: "CTO",
      mandateOn: "2026-06-12",
      sop: { file: "internal/runbooks/dev-sop.md", section: "merge-blocking section" },
      owners: { steps: ["fleet engineer", "CR2 review", "merge"], done: null },
      trackedAgainst: { text: "regression-coverage audit", measure: "has_test@1" },
    });
  });

  test.each([
    ["POST", `${HERE}/trials`, { rules: {} }],
    ["POST", HERE, { rules: {}, baseVersion: 1, reason: "because" }],
    ["PUT", "/programs/2615/charter", { charter: null }],
  ])("%s %s is refused with what to do first, and changes nothing", async (method, path, body) => {
    const before = await written();
    const answer = await request(`${method} ${path}`, body);
    expect(answer).toMatchObject({ status: 403, body: { code: "forbidden" } });
    expect(await written()).toBe(before);
  });
});

describe("the bench", () => {
  test("tells of a pull request that was read what the assessment told, step by step, and writes nothing", async () => {
    const before = await written();
    const rows = await db.classification.findMany({
      where: { repositoryId: sample.idOf("core") },
      orderBy: { number: "asc" },
    });
    const some = rows.filter((_, index) => index % 12 === 0);
    expect(some.length).toBeGreaterThan(5);
    for (const { number, counts, kind, steps } of some) {
      const view = viewOf(await bench({ repo: "core", number }));
      expect(view).toMatchObject({ counts, kind });
      expect(view.steps).toEqual(z.array(StepView).parse(steps));
    }
    expect(await written()).toBe(before);
  });

  test("judges by the rules that are given, though others are in force", async () => {
    const { rules } = await read();
    const row = await db.classification.findFirstOrThrow({
      where: { repositoryId: sample.idOf("core"), counts: "fix" },
    });
    const fixRules = [{ when: { titles: [row.title] }, isFix: false, reason: "A demonstration." }];
    const asked = { repo: "core", number: row.number };
    expect(viewOf(await bench(asked))).toMatchObject({ counts: "fix" });
    const view = viewOf(await bench({ ...asked, rules: { ...rules, fixRules } }));
    expect(view).toMatchObject({ counts: "excluded", verdict: null });
    expect(view.steps.map(({ rule }) => rule)).toContain("policy-rule");
  });

  const DIFF = [
    "diff --git a/tests/e2e/test_login.py b/tests/e2e/test_login.py",
    "new file mode 100644",
    "--- /dev/null",
    "+++ b/tests/e2e/test_login.py",
    "@@ -0,0 +1,2 @@",
    "+def test_login(client):",
    "+    assert client.get('/login').status == 200",
    "diff --git a/src/login.py b/src/login.py",
    "--- a/src/login.py",
    "+++ b/src/login.py",
    "@@ -1 +1 @@",
    "-a = 1",
    "+a = 2",
    "",
  ].join("\n");

  test("a pasted difference: a fix with a test, and what was not asked", async () => {
    const pasted = { title: "fix(login): a crash", diff: DIFF };
    const alone = viewOf(await bench({ pasted }));
    expect(alone).toMatchObject({ counts: "fix", kind: "fix", rung: "tested", hasTest: true });
    expect(alone.verdict).toBe("unknown");
    expect(alone.limits).toEqual(["It is held against no repository, so no gate is known."]);
    const placed = viewOf(await bench({ pasted, repo: "core" }));
    expect(placed.steps.map(({ about }) => about)).toContain("rung");
    expect(placed.limits).toEqual([]);
  });

  test("pasted files without a patch, a label and a branch", async () => {
    const files = [{ path: "src/a.py", status: "modified" }];
    const pasted = { title: "The login", labels: ["bug"], branch: "x", files };
    expect(viewOf(await bench({ pasted }))).toMatchObject({ counts: "fix", rung: "none" });
    expect(viewOf(await bench({ pasted: { ...pasted, labels: [] } })).counts).toBe("excluded");
  });

  test.each([
    ["nothing to judge", {}, 422, /either the repository and the number/],
    ["both", { repo: "core", number: 1, pasted: { title: "a" } }, 422, /either/],
    ["a number that was not read", { repo: "core", number: 999_999 }, 404, /#999999/],
    ["a repository that is none", { repo: "x", number: 1 }, 404, /it has app, ci, core, cp/],
    ["what is no difference", { pasted: { title: "a", diff: "hello" } }, 422, /git diff/],
    ["rules that are none", { repo: "core", number: 1, rules: { rung: 3 } }, 422, /rung:/],
    [
      "a status that is none",
      { pasted: { title: "a", files: [{ path: "a", status: "?" }] } },
      422,
      /status/,
    ],
  ])("%s is refused", async (_what, body, status, said) => {
    const answer = await bench(body);
    expect(answer.status).toBe(status);
    expect(answer.body["message"]).toMatch(said);
  });
});

describe("trying and applying", () => {
  test("S09 a trial is asked for, answered, and changes nothing; applied, the version says who and why", async () => {
    await request("PUT /operator", { name: "CTO" });
    const { rules, version } = await read();
    const draft = { ...rules, rung: "tested" as const };
    const asked = await request(`POST ${HERE}/trials`, { rules: draft });
    expect(asked.status).toBe(202);
    const id = z.object({ trial: z.int() }).parse(asked.body).trial;
    const at = `GET ${HERE}/trials/${id}`;
    const waiting = TrialView.parse((await request(at)).body);
    expect(waiting).toMatchObject({ state: "waiting", by: "CTO", baseVersion: 1, result: null });
    expect(waiting.changes).toEqual(["The rung that counts as covered: blocking → tested"]);
    await answerTrial(id, () => NOW);
    const done = TrialView.parse((await request(at)).body);
    expect(done.result?.flips).toHaveLength(82);
    expect((await read()).version).toBe(1);

    const apply = { rules: draft, baseVersion: version, reason: "Tests first." };
    expect(await request(`POST ${HERE}`, apply)).toEqual({ status: 201, body: { version: 2 } });
    expect((await read()).program).toMatchObject({ policyVersion: 2, judging: true });
    await sample.assess();
    const after = await read();
    expect(after.program.judging).toBe(false);
    expect(after.versions).toMatchObject([
      {
        version: 2,
        by: "CTO",
        reason: "Tests first.",
        changes: ["The rung that counts as covered: blocking → tested"],
        displayed: { fixes: { covered: 107, inScope: 154 } },
      },
      { version: 1, displayed: { fixes: { covered: 25, inScope: 154 } } },
    ]);
    expect(await request(`POST ${HERE}`, apply)).toMatchObject({ status: 409 });
  });

  test.each([
    ["a trial that is none", "GET /programs/2615/policy/trials/999", undefined, 404],
    ["a program that is none", "GET /programs/x/policy", undefined, 404],
    ["no reason", `POST ${HERE}`, { rules: {}, baseVersion: 2 }, 422],
    ["the old way", "PATCH /programs/2615", { preset: "gated" }, 422],
    [
      "a charter with more done than there is",
      "PUT /programs/2615/charter",
      { charter: { owners: { steps: ["a"], done: 2 } } },
      422,
    ],
    [
      "a link that runs",
      "PUT /programs/2615/charter",
      { charter: { extends: [{ text: "a", url: "javascript:alert(1)" }] } },
      422,
    ],
  ])("%s is refused", async (_what, route, body, status) => {
    const answer = await request(route, body);
    expect(answer.status).toBe(status);
    expect(answer.body["message"]).toBeTypeOf("string");
  });

  test("S10 the charter is written whole, and read as it was written", async () => {
    const { charter } = await read();
    if (!charter?.owners) throw new Error("The sample has no charter.");
    const owners = { ...charter.owners, done: 1 };
    const put = await request("PUT /programs/2615/charter", { charter: { ...charter, owners } });
    expect(put.status).toBe(200);
    expect((await read()).charter).toEqual({ ...charter, owners });
  });
});
