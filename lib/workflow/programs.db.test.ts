import { afterAll, describe, expect, test } from "vitest";
import { PolicyRules, PRESETS } from "#/lib/coverage/policy.ts";
import { closeQueue, openQueue } from "#/lib/jobs/queue.ts";
import { db } from "#/lib/store/db.ts";
import { addProgram } from "./add-program.ts";
import { archiveProgram } from "./archive-program.ts";
import { editProgram } from "./edit-program.ts";
import { putInScope } from "./put-in-scope.ts";
import { startSync } from "./start-sync.ts";
import { actor, lastDecision } from "./testing/actors.ts";

afterAll(closeQueue);

const NOW = new Date("2026-06-12T18:00:00Z");
const manager = { actor: await actor("program-manager", ["program_manager"]), now: NOW };
const engineer = { actor: await actor("MiniMax", ["engineer"]), now: NOW };

const program = (slug: string) => ({
  slug,
  name: `Program ${slug}`,
  fixesSince: new Date("2026-01-01T00:00:00Z"),
  timeZone: "Europe/Berlin",
  rules: PolicyRules.parse(PRESETS.blocking),
});
const repository = (externalId: string) => ({
  externalId,
  fullName: `o/r${externalId}`,
  defaultBranch: "main",
  url: null,
});
const source = await db.source.create({ data: { name: "forge", kind: "gitea", url: "http://x" } });
const entry = (slug: string, externalId: string, alias: string) => ({
  slug,
  sourceId: source.id,
  alias,
  syncEnabled: true,
  repository: repository(externalId),
});

/** The keys of the jobs of a name that wait. */
async function waitingJobs(name: "assess-program" | "sync-repository"): Promise<unknown[]> {
  await openQueue({ worker: false });
  const rows = await db.$queryRaw<{ data: unknown }[]>`
    select data from pgboss.job where name = ${name} and state = 'created' order by created_on, id`;
  return rows.map(({ data }) => data);
}

describe("adding a program", () => {
  test("stores it with the first version of its policy and leaves its decision", async () => {
    const programId = await addProgram({ ctx: manager, input: program("first") });
    const policies = await db.policy.findMany({ where: { programId } });
    expect(policies.map(({ version }) => version)).toEqual([1]);
    expect(PolicyRules.parse(policies[0]?.rules).rung).toBe("blocking");
    expect(await lastDecision()).toMatchObject({
      verb: "program.add",
      subject: "program:first",
      actorId: manager.actor.id,
      after: { name: "Program first", policy: "blocking" },
    });
  });

  test("an address that is taken is a conflict that says so, and leaves nothing", async () => {
    const decisions = await db.decision.count();
    await expect(addProgram({ ctx: manager, input: program("first") })).rejects.toMatchObject({
      code: "conflict",
      message: "There is a program at first already. Choose another address.",
    });
    expect(await db.decision.count()).toBe(decisions);
  });

  test("two who take one address at once: one has it, the other a conflict", async () => {
    const both = await Promise.allSettled(
      [1, 2, 3].map(() => addProgram({ ctx: manager, input: program("raced") })),
    );
    const lost = both.filter((result) => result.status === "rejected");
    expect(lost).toHaveLength(2);
    for (const { reason } of lost) expect(reason).toMatchObject({ code: "conflict" });
    expect(await db.program.count({ where: { slug: "raced" } })).toBe(1);
  });

  test("an engineer is refused, and so is a time zone that does not exist", async () => {
    const refused = addProgram({ ctx: engineer, input: program("other") });
    await expect(refused).rejects.toMatchObject({ code: "forbidden" });
    const zone = { ...program("other"), timeZone: "Mars/Olympus" };
    await expect(addProgram({ ctx: manager, input: zone })).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringMatching(/Mars\/Olympus is not a time zone\. Write one like/),
    });
    expect(await db.program.count({ where: { slug: "other" } })).toBe(0);
  });
});

describe("editing a program", () => {
  test("everything is judged anew", async () => {
    const programId = await addProgram({ ctx: manager, input: program("edited") });
    await editProgram({ ctx: manager, input: { slug: "edited", name: "Soon another" } });
    expect(await waitingJobs("assess-program")).toEqual([{ programId }]);
  });

  test("only what is given changes, and the decision has both states", async () => {
    await editProgram({ ctx: manager, input: { slug: "edited", name: "New name" } });
    expect(await db.program.findUnique({ where: { slug: "edited" } })).toMatchObject({
      name: "New name",
      timeZone: "Europe/Berlin",
      fixesSince: new Date("2026-01-01T00:00:00Z"),
    });
    expect(await lastDecision()).toMatchObject({
      verb: "program.edit",
      before: { name: "Soon another" },
      after: { name: "New name" },
    });
  });

  test.each([
    ["an engineer may not edit", engineer, { name: "x" }, "forbidden"],
    ["a time zone that does not exist", manager, { timeZone: "Nowhere" }, "invalid"],
  ])("%s", async (_what, ctx, change, code) => {
    const before = await db.policy.count();
    const edit = editProgram({ ctx, input: { slug: "edited", ...change } });
    await expect(edit).rejects.toMatchObject({ code });
    expect(await db.policy.count()).toBe(before);
  });

  test("a program that is not there", async () => {
    const edit = editProgram({ ctx: manager, input: { slug: "absent", name: "x" } });
    await expect(edit).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("the scope of a program", () => {
  test("S12 a repository is put in scope under its alias, and again to switch its sync off", async () => {
    const id = await putInScope({ ctx: manager, input: entry("first", "1", "core") });
    const again = { ...entry("first", "1", "core"), syncEnabled: false };
    expect(await putInScope({ ctx: manager, input: again })).toBe(id);
    expect(await db.programRepository.findMany({ where: { repositoryId: id } })).toMatchObject([
      { alias: "core", syncEnabled: false },
    ]);
    expect(await lastDecision()).toMatchObject({
      verb: "scope.put",
      subject: "program:first",
      after: { repository: "o/r1", alias: "core", syncEnabled: false },
    });
  });

  test("an alias that names another repository is a conflict that leaves no repository behind", async () => {
    const taken = putInScope({ ctx: manager, input: entry("first", "2", "core") });
    await expect(taken).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringMatching(/alias core names another repository/),
    });
    expect(await db.repository.count({ where: { externalId: "2" } })).toBe(0);
  });

  test("one alias given to two repositories at once goes to one of them", async () => {
    const both = await Promise.allSettled(
      ["3", "4"].map((id) => putInScope({ ctx: manager, input: entry("first", id, "twin") })),
    );
    const lost = both.filter((result) => result.status === "rejected");
    expect(lost).toHaveLength(1);
    expect(lost[0]?.reason).toMatchObject({ code: "conflict" });
  });

  test("an engineer is refused, and an unknown program too", async () => {
    const refused = putInScope({ ctx: engineer, input: entry("first", "5", "x") });
    await expect(refused).rejects.toMatchObject({ code: "forbidden" });
    const absent = putInScope({ ctx: manager, input: entry("absent", "5", "x") });
    await expect(absent).rejects.toMatchObject({ code: "not_found" });
    expect(await db.repository.count({ where: { externalId: "5" } })).toBe(0);
  });
});

describe("starting a sync and archiving", () => {
  test("asks for each repository that is synced, once however often it is asked", async () => {
    const first = await putInScope({ ctx: manager, input: entry("first", "1", "core") });
    const asked = await startSync({ ctx: manager, input: { sourceId: source.id } });
    await startSync({ ctx: manager, input: { sourceId: source.id } });
    const jobs = await waitingJobs("sync-repository");
    expect(jobs).toHaveLength(asked);
    expect(jobs).toContainEqual({ repositoryId: first });
  });

  test("a source without such a repository is a conflict, and an engineer is refused", async () => {
    const nothing = startSync({ ctx: manager, input: { sourceId: 99 } });
    await expect(nothing).rejects.toMatchObject({ code: "conflict" });
    const refused = startSync({ ctx: engineer, input: { sourceId: source.id } });
    await expect(refused).rejects.toMatchObject({ code: "forbidden" });
  });

  test("an archived program is synced no longer and stays readable", async () => {
    const refused = archiveProgram({ ctx: engineer, input: { slug: "first" } });
    await expect(refused).rejects.toMatchObject({ code: "forbidden" });
    await archiveProgram({ ctx: manager, input: { slug: "first" } });
    expect(await lastDecision()).toMatchObject({
      verb: "program.archive",
      subject: "program:first",
    });
    expect(await db.program.findUnique({ where: { slug: "first" } })).toMatchObject({
      archivedAt: NOW,
      name: "Program first",
    });
    const nothing = startSync({ ctx: manager, input: { sourceId: source.id } });
    await expect(nothing).rejects.toMatchObject({ code: "conflict" });
  });
});
