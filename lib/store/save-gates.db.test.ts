import { describe, expect, test } from "vitest";
import { readGates } from "#/lib/coverage/gate/read-gates.ts";
import { known, unknown } from "#/lib/facts/known.ts";
import type { JudgedRepository } from "./assessment.ts";
import { db, inTransaction } from "./db.ts";
import { saveGates } from "./save-gates.ts";
import { saveOrphans } from "./save-orphans.ts";

const { id: sourceId } = await db.source.create({
  data: { name: "forge", kind: "gitea", url: "https://forge.example" },
});
const { id } = await db.repository.create({
  data: { sourceId, externalId: "1", fullName: "a/b", defaultBranch: "main" },
});

const path = ".gitea/workflows/ci.yml";
const job = (name: string) => `  ${name}:\n    steps:\n      - run: go test ./...\n`;
const save = (jobs: string, required: JudgedRepository["required"]) => {
  const read = readGates([{ path, text: `on: pull_request\njobs:\n${jobs}` }]);
  return inTransaction((tx) => saveGates(tx, { id, ...read, required }));
};
const stored = () => db.gate.findMany({ where: { repositoryId: id }, orderBy: { job: "asc" } });

describe("what a branch demands is held with each gate", () => {
  test("as it was mapped, and again when it changes, under the same number", async () => {
    const contexts = ["ci / a (pull_request)", "ci / a (push)"];
    const direct = { required: "direct" as const, why: null, contexts };
    await save(job("a") + job("b"), known(new Map([[`${path}:a`, direct]])));
    const [a, b] = await stored();
    expect(a).toMatchObject({ required: "direct", requiredWhy: null, contexts });
    expect(b).toMatchObject({ required: null, requiredWhy: expect.stringMatching(/\w/) });
    const through = { required: "through" as const, why: "by the job ok", contexts: [] };
    await save(job("a"), known(new Map([[`${path}:a`, through]])));
    expect(await stored()).toMatchObject([
      { id: a?.id, required: "through", requiredWhy: "by the job ok", contexts: [] },
    ]);
  });

  test("is unknown with its reason where it could not be read, and no longer what it was", async () => {
    await save(job("a"), unknown("The token may not."));
    expect(await stored()).toMatchObject([
      { required: null, requiredWhy: "The token may not.", contexts: [] },
    ]);
  });
});

describe("tests that no pull request runs", () => {
  const one = (name: string) => ({ path: name, why: "No job names it.", lintedBy: [] });
  const save3 = (orphans: string[], unclear: string[]) =>
    inTransaction((tx) =>
      saveOrphans(tx, id, {
        orphans: orphans.map(one),
        offPullRequests: [one("off_test.go")],
        unclear: unclear.map(one),
      }),
    );
  const states = async () =>
    (await db.orphanTest.findMany({ where: { repositoryId: id }, orderBy: { path: "asc" } })).map(
      (row) => `${row.path} ${row.state}`,
    );

  test("are replaced whole, a path once", async () => {
    await save3(["a_test.go", "b_test.go"], ["a_test.go", "c_test.go"]);
    const first = ["a_test.go orphan", "b_test.go orphan", "c_test.go unclear"];
    expect(await states()).toEqual([...first, "off_test.go off_pull_requests"]);
    await save3(["b_test.go"], []);
    expect(await states()).toEqual(["b_test.go orphan", "off_test.go off_pull_requests"]);
  });

  test("are none where the files are not known", async () => {
    await inTransaction((tx) => saveOrphans(tx, id, null));
    expect(await states()).toEqual([]);
  });
});
