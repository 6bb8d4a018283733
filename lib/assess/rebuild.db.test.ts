import { afterAll, describe, expect, test } from "vitest";
import { sampleRules } from "#/lib/cli/up/sample-rules.ts";
import { change } from "#/lib/fake/change.ts";
import { db } from "#/lib/store/db.ts";
import { withProgramLock } from "#/lib/store/program-lock.ts";
import { NOW, readySample } from "#/lib/sync/testing/sample.ts";
import { addProgram } from "#/lib/workflow/add-program.ts";
import { claimGap } from "#/lib/workflow/claim-gap.ts";
import { assessProgram } from "./assess-program.ts";
import { rebuild } from "./rebuild.ts";
import { derivedRows, dropDerived, numberedItems } from "./testing/derived.ts";

const sample = await readySample();
afterAll(() => sample.close());

describe("what is derived can be thrown away", () => {
  test("a rebuild of an emptied database gives every row again, under the same numbers", async () => {
    await claimGap({ ctx: sample.ctx, input: { item: 3 } });
    const [rows, items] = [await derivedRows(), await numberedItems()];
    const decisions = await db.decision.count();
    expect(rows.length).toBeGreaterThan(2000);
    await dropDerived();
    expect(await derivedRows()).toEqual([]);
    expect(await rebuild(NOW)).toBe(1);
    expect(await derivedRows()).toEqual(rows);
    expect(await numberedItems()).toEqual(items);
    expect(await db.claim.count()).toBe(1);
    expect(await db.decision.count()).toBe(decisions);
  });

  test("assessing again gives the same rows and burns no number", async () => {
    const rows = await derivedRows();
    await sample.assess();
    await sample.assess();
    expect(await derivedRows()).toEqual(rows);
    const { number = 0 } = sample.core.issues.find(({ state }) => state === "closed") ?? {};
    const last = (await numberedItems()).at(-1)?.id ?? 0;
    const where = { repositoryId: sample.idOf("core"), number };
    await db.issue.updateMany({ where, data: { state: "open" } });
    await sample.assess();
    expect((await numberedItems()).at(-1)).toEqual({
      id: last + 1,
      naturalKey: `issue:${sample.idOf("core")}:${number}`,
    });
    await db.issue.updateMany({ where, data: { state: "closed" } });
    await sample.assess();
    expect(await derivedRows()).toEqual(rows);
  });

  test("an archived program is rebuilt too, since it stays readable", async () => {
    const rows = await derivedRows();
    await db.program.updateMany({ data: { archivedAt: NOW } });
    await dropDerived();
    await rebuild(NOW);
    expect(await derivedRows()).toEqual(rows);
    await db.program.updateMany({ data: { archivedAt: null } });
  });
});

describe("two assessments at once", () => {
  test("of one program leave one whole state", async () => {
    const [rows, items] = [await derivedRows(), await numberedItems()];
    await dropDerived();
    await Promise.all([1, 2, 3, 4].map(() => sample.assess()));
    expect(await derivedRows()).toEqual(rows);
    expect(await numberedItems()).toEqual(items);
  });

  test("read one after the other, so that the later one has the newer facts", async () => {
    const rows = await derivedRows();
    const title = "fix(gate-check): a title of the meantime";
    const where = { repositoryId: sample.idOf("core"), number: 2589 };
    const before = await db.pullRequest.findFirstOrThrow({ where });
    const waits = async () => {
      const [row] = await db.$queryRaw<{ waiting: boolean }[]>`
        select exists (select 1 from pg_locks where locktype = 'advisory' and not granted
                          and database = (select oid from pg_database where datname = current_database())) as waiting`;
      return row?.waiting ?? false;
    };
    const second = await withProgramLock(sample.programId, async () => {
      const waiting = sample.assess();
      while (!(await waits()));
      await db.pullRequest.updateMany({ where, data: { title } });
      return { waiting };
    });
    await second.waiting;
    expect(await db.standing.count({ where: { title } })).toBe(1);
    await db.pullRequest.updateMany({ where, data: { title: before.title } });
    await sample.assess();
    expect(await derivedRows()).toEqual(rows);
  });

  test("of a program that was never assessed number each item once", async () => {
    const programId = await addProgram({
      ctx: sample.ctx,
      input: {
        slug: "second",
        name: "Second",
        fixesSince: new Date("2026-04-13T00:00:00Z"),
        timeZone: "UTC",
        rules: sampleRules,
      },
    });
    await db.programRepository.create({
      data: { programId, repositoryId: sample.idOf("core"), alias: "core" },
    });
    await Promise.all([1, 2, 3].map(() => assessProgram(programId, NOW)));
    const items = await db.item.findMany({ where: { programId } });
    expect(new Set(items.map(({ naturalKey }) => naturalKey)).size).toBe(items.length);
    expect(await db.standing.count({ where: { programId } })).toBe(items.length);
  });

  test("of two programs that share repositories neither fail nor double what a repository has", async () => {
    const second = await db.program.findUniqueOrThrow({ where: { slug: "second" } });
    await db.programRepository.create({
      data: { programId: second.id, repositoryId: sample.idOf("cp"), alias: "a-control" },
    });
    const workflows = { repositoryId: sample.idOf("core"), text: ": [not yaml" };
    await db.workflowFile.create({ data: { ...workflows, path: ".gitea/workflows/broken.yml" } });
    await sample.assess();
    await assessProgram(second.id, NOW);
    const rows = await derivedRows();
    for (let round = 0; round < 3; round += 1) {
      await db.$executeRaw`truncate gate, finding`;
      await Promise.all([sample.assess(), assessProgram(second.id, NOW)]);
      expect(await derivedRows()).toEqual(rows);
    }
  });
});

describe("when it does not come to its end", () => {
  test("the old figures stay whole", async () => {
    const rows = await derivedRows();
    await db.$executeRaw`alter table daily_count add constraint broken check (measure <> 'live') not valid`;
    change.retitle(
      { store: sample.store, repository: sample.core, number: 2589 },
      "fix(gate-check): another title",
    );
    await sample.sync("core");
    await expect(sample.assess()).rejects.toThrow(/broken/);
    expect(await derivedRows()).toEqual(rows);
    await db.$executeRaw`alter table daily_count drop constraint broken`;
    await sample.assess();
    expect(await derivedRows()).not.toEqual(rows);
  });
});

describe("workflow files that mean harm or nothing", () => {
  test("a name with a NUL byte does not stop the assessment", async () => {
    const text =
      'name: "a\\0b"\non: pull_request\njobs:\n  j:\n    name: "c\\0d"\n    steps:\n      - run: go test ./...\n';
    const repositoryId = sample.idOf("core");
    await db.workflowFile.create({
      data: { repositoryId, path: ".gitea/workflows/nul.yml", text },
    });
    await sample.assess();
    const gate = await db.gate.findFirstOrThrow({
      where: { repositoryId, workflow: ".gitea/workflows/nul.yml" },
    });
    expect([gate.workflowName, gate.name]).toEqual(["a\uFFFDb", "c\uFFFDd"]);
  });

  test("a repository whose workflow files went away has no gates left", async () => {
    const repositoryId = sample.idOf("core");
    expect(await db.gate.count({ where: { repositoryId } })).toBeGreaterThan(10);
    await db.workflowFile.deleteMany({ where: { repositoryId } });
    await sample.assess();
    expect(await db.gate.count({ where: { repositoryId } })).toBe(0);
    // What the branch demands was seen on commits, so that somebody else may still produce it.
    expect(await db.finding.count({ where: { repositoryId } })).toBe(0);
    expect(await db.gate.count({ where: { repositoryId: sample.idOf("cp") } })).toBeGreaterThan(0);
  });
});
