import { afterAll, expect, test } from "vitest";
import { GapFilter } from "#/lib/contract/gap-filter.ts";
import { db } from "#/lib/store/db.ts";
import { NOW, readySample, SLUG } from "#/lib/sync/testing/sample.ts";
import { claimGap } from "#/lib/workflow/claim-gap.ts";
import { decideLink } from "#/lib/workflow/decide-link.ts";
import { recordGuard } from "#/lib/workflow/record-guard.ts";
import { actor } from "#/lib/workflow/testing/actors.ts";
import { readGapsOrThrow } from "./gaps.ts";
import { readOverviewOrThrow } from "./overview.ts";

const sample = await readySample();
afterAll(() => sample.close());
const ctx = { actor: await actor("kimi", ["engineer"]), now: NOW };

const untriaged = async () => (await readOverviewOrThrow({ slug: SLUG, clock: NOW })).untriaged;
const listed = async (population: "fix" | "issue", sweep: "triaged" | "untriaged") => {
  const filter = GapFilter.parse({ population, sweep });
  return (await readGapsOrThrow({ slug: SLUG, filter, clock: NOW, actorId: null })).total;
};

test("S12 what is neither covered nor claimed and has no person's word is untriaged, and the list is as long as the number", async () => {
  expect(await untriaged()).toEqual({ fix: 129, issue: 15 });
  expect(await listed("fix", "untriaged")).toBe(129);
  expect(await listed("fix", "triaged")).toBe(25);

  const gaps = await db.verdict.findMany({
    where: { measure: "blocking", verdict: "gap", population: "fix" },
    orderBy: { itemId: "asc" },
    include: { item: true },
    take: 3,
  });
  const [claimed, guarded, linked] = gaps.map(({ item }) => item);
  if (!claimed || !guarded || !linked?.repositoryId) throw new Error("There are fewer gaps.");
  await claimGap({ ctx, input: { item: claimed.id } });
  await recordGuard({ ctx, input: { item: guarded.id, guard: "an alarm", reason: "it rings" } });
  const gate = await db.gate.findFirstOrThrow({ where: { repositoryId: linked.repositoryId } });
  const word = {
    slug: SLUG,
    from: {
      kind: "gate",
      repositoryId: linked.repositoryId,
      gate: `${gate.workflow}:${gate.job}`,
    },
    to: { kind: "gap", number: linked.id },
    relation: "covers",
    reason: "another path",
  } as const;
  await decideLink({ ctx, input: { ...word, value: "insufficient" } });
  await sample.assess();
  expect(await untriaged()).toEqual({ fix: 126, issue: 15 });
  expect(await listed("fix", "untriaged")).toBe(126);

  await decideLink({ ctx, input: { ...word, value: null } });
  await sample.assess();
  expect(await untriaged()).toEqual({ fix: 127, issue: 15 });
});
