import { afterAll, describe, expect, test } from "vitest";
import { assessProgram } from "#/lib/assess/assess-program.ts";
import { sampleRules } from "#/lib/cli/up/sample-rules.ts";
import { db } from "#/lib/store/db.ts";
import { factsOf } from "#/lib/sync/testing/facts.ts";
import { NOW, readySample } from "#/lib/sync/testing/sample.ts";
import { addProgram } from "./add-program.ts";
import { claimGap } from "./claim-gap.ts";
import { removeSample } from "./remove-sample.ts";
import { actor, lastDecision } from "./testing/actors.ts";
import { rowCounts } from "./testing/whole-database.ts";

const sample = await readySample();
afterAll(() => sample.close());
const engineer = await actor("MiniMax", ["engineer"]);

const own = (slug: string) =>
  addProgram({
    ctx: sample.ctx,
    input: {
      slug,
      name: slug,
      fixesSince: new Date("2026-04-13T00:00:00Z"),
      timeZone: "UTC",
      rules: sampleRules,
    },
  });

describe("removing the sample", () => {
  test("a program of one's own is not removed, an absent one is not found, an engineer is refused", async () => {
    await own("mine");
    const mine = removeSample({ ctx: sample.ctx, input: { slug: "mine" } });
    await expect(mine).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringMatching(/Only the sample.*Archive a program of your own/),
    });
    const absent = removeSample({ ctx: sample.ctx, input: { slug: "absent" } });
    await expect(absent).rejects.toMatchObject({ code: "not_found" });
    const refused = removeSample({
      ctx: { actor: engineer, now: NOW },
      input: { slug: "2615" },
    });
    await expect(refused).rejects.toMatchObject({ code: "forbidden" });
    expect(await db.program.count()).toBe(2);
  });

  test("what another program shares with it stays: the source, its repositories, their facts and gates", async () => {
    const programId = await own("shares");
    const repositoryId = sample.idOf("core");
    await db.programRepository.create({ data: { programId, repositoryId, alias: "core" } });
    await assessProgram(programId, NOW);
    const facts = await factsOf(repositoryId);
    const verdicts = await db.verdict.count({ where: { programId } });
    const gates = await db.gate.count({ where: { repositoryId } });
    await claimGap({ ctx: sample.ctx, input: { item: 1 } });
    await removeSample({ ctx: sample.ctx, input: { slug: "2615" } });
    expect(await db.program.count({ where: { slug: "2615" } })).toBe(0);
    expect(await factsOf(repositoryId)).toEqual(facts);
    expect(await db.verdict.count()).toBe(verdicts);
    expect(await db.gate.count({ where: { repositoryId } })).toBe(gates);
    expect(await db.repositoryAudit.count({ where: { programId: sample.programId } })).toBe(0);
    expect(await db.claim.count()).toBe(0);
    expect(await lastDecision()).toMatchObject({ verb: "sample.remove", subject: "program:2615" });
  });

  test("alone it goes with everything that was read from its source; decisions and actors stay", async () => {
    await db.program.deleteMany({ where: { slug: { in: ["mine", "shares"] } } });
    await db.source.deleteMany();
    await db.$executeRaw`truncate repository_audit, finding`;
    const decisions = await db.decision.count();
    const again = await readySample();
    await removeSample({ ctx: again.ctx, input: { slug: "2615" } });
    await again.served.close();
    expect(Object.keys(await rowCounts()).toSorted()).toEqual([
      "_prisma_migrations",
      "actor",
      "decision",
    ]);
    expect(await db.decision.count()).toBeGreaterThan(decisions);
  });
});
