import { afterAll, expect, test } from "vitest";
import { readPlanOrThrow } from "#/lib/read/plan.ts";
import { db } from "#/lib/store/db.ts";
import { NOW, SLUG, setUpSample } from "#/lib/sync/testing/sample.ts";
import { planWork } from "#/lib/workflow/plan-work.ts";
import { sampleStep } from "./add-sample.ts";

const sample = await setUpSample();
afterAll(() => sample.close());

const states = async () => {
  const plan = await readPlanOrThrow({
    slug: SLUG,
    clock: NOW,
    actorId: null,
    measure: "has_test@1",
  });
  return plan.entries.map(({ key, state, assignee }) => [key, state, assignee?.name ?? null]);
};

test("S39 the sample gives the harness to both agents once it is judged, the provisioner waits for the CTO, and the core tests are queued", async () => {
  expect(await sampleStep()).not.toBeNull();
  expect(await db.planWord.count()).toBe(0);
  await sample.syncAll();
  await sample.assess();
  expect(await sampleStep()).toBeNull();
  const told = await states();
  expect(told).toEqual(
    expect.arrayContaining([
      ["new_gate:deploy-gate", "dispatching", "Kimi + MiniMax"],
      ["new_gate:provisioner", "awaiting_signoff", null],
      ["new_gate:core-security-governance", "queued", null],
    ]),
  );
  const { at } = await db.planWord.findFirstOrThrow();
  expect(at.toISOString()).toBe("2026-06-12T00:29:32.000Z");
});

test("a start after somebody gave it to nobody leaves it so", async () => {
  const said = { verb: "assign", subject: "new_gate:deploy-gate", value: null } as const;
  await planWork({ ctx: sample.ctx, input: { slug: SLUG, said } });
  expect(await sampleStep()).toBeNull();
  expect(await states()).toContainEqual(["new_gate:deploy-gate", "queued", null]);
});
