import { afterAll, describe, expect, test } from "vitest";
import { openQueue } from "#/lib/jobs/queue.ts";
import { readOverviewOrThrow } from "#/lib/read/overview.ts";
import { readProgramRows } from "#/lib/read/program-rows.ts";
import { db } from "#/lib/store/db.ts";
import { NOW, readySample, SLUG } from "#/lib/sync/testing/sample.ts";
import { archiveProgram } from "./archive-program.ts";
import { claimGap } from "./claim-gap.ts";
import { editProgram } from "./edit-program.ts";
import { putInScope } from "./put-in-scope.ts";
import { restoreProgram } from "./restore-program.ts";
import { takeOutOfScope } from "./take-out-of-scope.ts";
import { actor, lastDecision } from "./testing/actors.ts";

const sample = await readySample();
afterAll(() => sample.close());
const ctx = { actor: await actor("pam", ["program_manager"]), now: NOW };
const engineer = { actor: await actor("kimi", ["engineer"]), now: NOW };
const input = { slug: SLUG };

async function waiting(name: string): Promise<unknown[]> {
  await openQueue({ worker: false });
  const rows = await db.$queryRaw<{ data: unknown }[]>`
    select data from pgboss.job where name = ${name} and state = 'created' order by created_on, id`;
  return rows.map(({ data }) => data);
}
const forgetJobs = () => db.$executeRaw`delete from pgboss.job`;

describe("the archive", () => {
  test("of two who archive it at once one is told that it is done", async () => {
    const both = await Promise.allSettled([1, 2].map(() => archiveProgram({ ctx, input })));
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await restoreProgram({ ctx, input });
  });

  test("nothing in it is decided: no claim, no edit, no change of scope, and it is archived once", async () => {
    const { itemId } = await db.verdict.findFirstOrThrow({
      where: { verdict: "gap", measure: "blocking" },
    });
    const entry = await db.programRepository.findFirstOrThrow({
      where: { alias: "core" },
      include: { repository: true },
    });
    await archiveProgram({ ctx, input });
    const decisions = await db.decision.count();
    const { repository } = entry;
    const scope = { ...input, sourceId: repository.sourceId, syncEnabled: false };
    for (const decide of [
      () => archiveProgram({ ctx, input }),
      () => claimGap({ ctx: engineer, input: { item: itemId } }),
      () => editProgram({ ctx, input: { ...input, name: "Another" } }),
      () => takeOutOfScope({ ctx, input: { ...input, alias: "core", reason: "because" } }),
      () => putInScope({ ctx, input: { ...scope, alias: "core2", repository } }),
    ])
      await expect(decide()).rejects.toMatchObject({
        code: "conflict",
        message: expect.stringMatching(/is archived/),
      });
    expect(await db.decision.count()).toBe(decisions);
  });

  test("what it shows stays as it was, with the day on which it was put away", async () => {
    const { program, measures } = await readOverviewOrThrow({ slug: SLUG, clock: NOW });
    expect(program).toMatchObject({ archived: true, archivedAt: NOW.toISOString() });
    expect(measures[0]?.tally.covered).toBe(102);
    expect(await readProgramRows(NOW)).toMatchObject([
      { slug: SLUG, archived: true, fixes: { covered: 25, gap: 129 } },
    ]);
  });

  test("out of it again: what it wants synced is synced, everything is judged, and the decision tells when it was put away", async () => {
    const refused = restoreProgram({ ctx: engineer, input });
    await expect(refused).rejects.toMatchObject({ code: "forbidden" });
    await forgetJobs();
    const both = await Promise.allSettled([1, 2].map(() => restoreProgram({ ctx, input })));
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await lastDecision()).toMatchObject({
      verb: "program.restore",
      subject: `program:${SLUG}`,
      before: { archivedAt: NOW.toISOString() },
    });
    expect(await waiting("sync-repository")).toEqual([
      { repositoryId: sample.idOf("core") },
      { repositoryId: sample.idOf("cp") },
    ]);
    expect(await waiting("assess-program")).toEqual([{ programId: sample.programId }]);
    await expect(restoreProgram({ ctx, input })).rejects.toMatchObject({ code: "conflict" });
    const absent = restoreProgram({ ctx, input: { slug: "absent" } });
    await expect(absent).rejects.toMatchObject({ code: "not_found" });
    await editProgram({ ctx, input: { ...input, name: "At work again" } });
    expect(await readProgramRows(NOW)).toMatchObject([{ name: "At work again", archived: false }]);
  });
});
