import { afterAll, describe, expect, test } from "vitest";
import { PolicyRules } from "#/lib/coverage/policy.ts";
import { readPlanOrThrow } from "#/lib/read/plan.ts";
import { db } from "#/lib/store/db.ts";
import { readySample } from "#/lib/sync/testing/sample.ts";
import { applyPolicy } from "#/lib/workflow/apply-policy.ts";

const sample = await readySample();
afterAll(() => sample.close());

const NOW = new Date("2026-06-12T18:00:00Z");

const planAt = (measure: "has_test@1" | "tested" | "blocking") =>
  readPlanOrThrow({ slug: "2615", clock: NOW, actorId: null, measure });

describe("the work of the sample at has_test@1", () => {
  test("S35 one deploy harness comes first and closes 24 of the 41 gaps of its repository, 59.8 % → 83.3 %", async () => {
    const { entries } = await planAt("has_test@1");
    const first = entries.find(({ kind }) => kind !== "declared");
    expect(first).toMatchObject({
      key: "new_gate:deploy-gate",
      alone: 24,
      program: { before: { covered: 102, of: 154 }, after: { covered: 126, of: 154 } },
    });
    expect(first?.gaps).toHaveLength(24);
    expect(first?.repositories).toEqual([
      {
        alias: "cp",
        closes: 24,
        gapsOfRepository: 41,
        before: { covered: 61, of: 102 },
        after: { covered: 85, of: 102 },
      },
    ]);
  });

  test("S21 S35 no gate that exists closes more than 20", async () => {
    const work = await db.work.findMany({ where: { kind: { not: "new_gate" } } });
    expect(work.filter(({ items }) => items.length > 20)).toEqual([]);
    expect(work.length).toBeGreaterThan(0);
  });

  test("S24 S36 the provisioner's gate waits for the CTO, and nothing else does", async () => {
    const { entries } = await planAt("has_test@1");
    const waiting = entries.filter(({ state }) => state === "awaiting_signoff");
    expect(waiting.map(({ key, signOff }) => [key, signOff])).toEqual([
      ["new_gate:provisioner", "cto"],
    ]);
  });
});

describe("every gap once", () => {
  test.each(["has_test@1", "tested", "blocking"] as const)(
    "at %s the gaps of the entries and those that no work closes are all gaps",
    async (measure) => {
      const plan = await planAt(measure);
      const ofWork = plan.entries.filter(({ kind }) => kind !== "declared");
      const closed = ofWork.flatMap(({ gaps }) => gaps.map(({ item }) => item));
      expect(new Set(closed).size).toBe(closed.length);
      const rest = plan.rest.reduce((sum, { gaps }) => sum + gaps, 0);
      expect(closed.length + rest).toBe(plan.gaps);
      expect(plan.done).toEqual({ covered: plan.now.covered + closed.length, of: plan.now.of });
    },
  );
});

test("where the policy asks for no signature no work waits for one", async () => {
  const { programId, ctx } = sample;
  const held = await db.policy.findFirstOrThrow({ where: { programId } });
  const rules = { ...PolicyRules.parse(held.rules), signOffs: [] };
  await applyPolicy({
    ctx,
    input: { slug: "2615", rules, baseVersion: held.version, reason: "Nobody signs." },
  });
  await sample.assess();
  const { entries } = await planAt("has_test@1");
  expect(entries.map(({ key }) => key)).toContain("new_gate:provisioner");
  expect(entries.filter(({ signOff }) => signOff !== null)).toEqual([]);
});
