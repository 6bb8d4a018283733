import { afterAll, describe, expect, test } from "vitest";
import { assessProgram } from "#/lib/assess/assess-program.ts";
import { OverviewView } from "#/lib/contract/overview.ts";
import { db } from "#/lib/store/db.ts";
import { NOW, readySample } from "#/lib/sync/testing/sample.ts";
import { readGatesOrThrow } from "./gates.ts";
import { readOverviewOrThrow } from "./overview.ts";
import { readPrograms } from "./programs.ts";

const sample = await readySample();
afterAll(() => sample.close());
const clock = new Date("2026-11-01T00:00:00Z");
const read = async () => OverviewView.parse(await readOverviewOrThrow({ slug: "2615", clock }));

describe("the overview of the sample", () => {
  test("S13 two of five repositories are audited, the others have no figures and say why", async () => {
    const view = await read();
    expect([view.audited, view.inScopeRepositories]).toEqual([2, 5]);
    const unaudited = view.repositories.filter(({ audit }) => audit === null);
    expect(unaudited.map(({ alias }) => alias)).toEqual(["app", "ci", "landingpage"]);
    for (const { notice } of unaudited) expect(notice).toMatch(/^Sync is switched off/);
  });

  test("S28 S29 S30 the measures of a row and of the whole are the published ones", async () => {
    const view = await read();
    const row = (alias: string) =>
      view.repositories
        .find((repository) => repository.alias === alias)
        ?.audit?.measures.find(({ measure }) => measure === "has_test@1")?.tally;
    expect(row("core")).toMatchObject({ covered: 41, gap: 11 });
    expect(row("cp")).toMatchObject({ covered: 61, gap: 41 });
    expect(view.measures[0]).toEqual({
      measure: "has_test@1",
      tally: { inScope: 154, covered: 102, gap: 52, waived: 0, unknown: 0 },
    });
  });

  test("S02 S06 the mandate, the asserted baseline and the program's own present", async () => {
    const { program, baseline } = await read();
    expect(program).toMatchObject({
      mandate: "every issue should be wired to CICD e2e",
      mandateBy: "CTO 2026-06-12",
      measure: "blocking",
      now: NOW.toISOString(),
      standsStill: true,
      trackingIssue: { label: "molecule-ai/molecule-core#2615", url: null },
    });
    expect(baseline).toMatchObject({ percent: 13, source: expect.stringMatching(/asserted/) });
  });

  test("the line at blocking shows what was read, and where the demands of the branches were refused it says that it shows certain gaps only", async () => {
    const today = { day: "2026-06-12", inScope: 154, waived: 0, gap: 129 };
    const before = await read();
    expect(before.burndown.missing).toBeNull();
    expect(before.burndown.points.at(-1)).toEqual({ ...today, covered: 25, unknown: 0 });
    const where = { stream: "protection" };
    await db.syncStream.updateMany({ where, data: { refusal: "The forge refuses the demands." } });
    await assessProgram(sample.programId, clock);
    const { burndown } = await read();
    expect(burndown.missing).toMatch(/25 of 154 are unknown/);
    expect(burndown.points.at(-1)).toEqual({ ...today, covered: 0, unknown: 25 });
    const audit = await readOverviewOrThrow({ slug: "2615", clock, measure: "has_test@1" });
    expect(audit.burndown.missing).toBeNull();
    expect(audit.burndown.points.at(-1)).toMatchObject({
      day: "2026-06-12",
      covered: 102,
      gap: 52,
    });
    await db.syncStream.updateMany({ where, data: { refusal: null } });
    await assessProgram(sample.programId, clock);
    expect((await read()).burndown).toEqual(before.burndown);
  });

  test("S13 a repository whose issues were refused has no count of issues but of the gaps that were declared for it, and says why", async () => {
    const before = await read();
    expect(before.issuesUnread).toEqual([]);
    const where = { repositoryId: sample.idOf("cp"), stream: "issues" };
    await db.syncStream.updateMany({ where, data: { refusal: "The forge refuses issues." } });
    await assessProgram(sample.programId, clock);
    const view = await read();
    expect(view.issuesUnread).toEqual([{ alias: "cp", why: "The forge refuses issues." }]);
    const inScope = (of: typeof view) => of.issues.map(({ tally }) => tally.inScope);
    expect(Math.max(...inScope(view))).toBeLessThan(Math.max(...inScope(before)));
    const tallies = await db.repositoryTally.findMany({
      where: { repositoryId: sample.idOf("cp"), population: "issue" },
    });
    expect(new Set(tallies.map((row) => row.inScope))).toEqual(new Set([2]));
    const standings = await db.standing.findMany({
      where: { population: "issue", item: { repositoryId: sample.idOf("cp") } },
      include: { item: true },
    });
    expect(standings.map(({ item }) => item.kind)).toEqual(["declared", "declared"]);
    expect(view.measures).toEqual(before.measures);
    await db.syncStream.updateMany({ where, data: { refusal: null } });
    await assessProgram(sample.programId, clock);
    expect(await read()).toEqual({ ...before, program: expect.anything() });
  });

  test("a clone is not asked for issues, and that is said", async () => {
    const { sourceId } = await db.repository.findUniqueOrThrow({
      where: { id: sample.idOf("cp") },
    });
    const { kind } = await db.source.findUniqueOrThrow({ where: { id: sourceId } });
    await db.source.update({ where: { id: sourceId }, data: { kind: "git" } });
    const { issuesUnread } = await read();
    expect(issuesUnread.map(({ alias }) => alias)).toEqual(["core", "cp"]);
    expect(issuesUnread[0]?.why).toBe("Issues are not read from a clone.");
    await db.source.update({ where: { id: sourceId }, data: { kind } });
  });

  test("S38 workflow files that were refused leave gated unknown with the reason, and no gap more", async () => {
    const where = { repositoryId: sample.idOf("cp"), stream: "workflows" };
    await db.syncStream.updateMany({ where, data: { refusal: "The forge refuses files." } });
    await assessProgram(sample.programId, clock);
    const cp = (await read()).repositories.find(({ alias }) => alias === "cp");
    const at = (name: string) => cp?.audit?.measures.find(({ measure }) => measure === name)?.tally;
    expect(at("gated")).toMatchObject({ covered: 0, gap: 41, unknown: 61 });
    expect(at("tested")).toMatchObject({ covered: 61, gap: 41 });
    await db.syncStream.updateMany({ where, data: { refusal: null } });
    await assessProgram(sample.programId, clock);
  });

  test("how the merged pull requests of a repository divide stands beside it", async () => {
    for (const { audit } of (await read()).repositories) {
      if (audit === null) continue;
      expect(audit.fixes).toBeGreaterThan(0);
      expect(audit.fixes + audit.excluded + audit.unclassified).toBe(audit.merged);
    }
  });

  test("a failed sync leaves the figures and marks them stale, with the reason", async () => {
    await db.syncRun.create({
      data: {
        repositoryId: sample.idOf("cp"),
        state: "failed",
        phase: "pulls",
        error: "The forge refuses the token.",
      },
    });
    const cp = (await read()).repositories.find(({ alias }) => alias === "cp");
    expect(cp?.notice).toBe("Stale: the last sync failed. The forge refuses the token.");
    expect(cp?.audit?.measures[0]?.tally.covered).toBe(61);
  });
});

test("S18 S20 the gate catalogue lists the gates of both, says what they hold, and which repositories were not read", async () => {
  const view = await readGatesOrThrow({ slug: "2615" });
  expect(view.gates).toHaveLength(await db.gate.count());
  expect(view.notRead.map(({ alias }) => alias)).toEqual(["app", "ci", "landingpage"]);
  const held = view.gates.filter(({ holds }) => holds > 0);
  expect(held.length).toBeGreaterThan(0);
  expect(held.filter(({ masked }) => masked)).toEqual([]);
});

test("programs are listed with those at work first", async () => {
  const data = { slug: "old", name: "Old", fixesSince: NOW, archivedAt: NOW };
  await db.program.create({ data });
  await db.program.create({ data: { slug: "new", name: "New", fixesSince: NOW } });
  expect((await readPrograms()).map(({ slug, archived }) => [slug, archived])).toEqual([
    ["2615", false],
    ["new", false],
    ["old", true],
  ]);
});
