import { afterAll, describe, expect, test } from "vitest";
import { GapFilter } from "#/lib/contract/gap-filter.ts";
import { readGapsOrThrow } from "#/lib/read/gaps.ts";
import { readItemOrThrow } from "#/lib/read/item.ts";
import { db } from "#/lib/store/db.ts";
import { NOW, readySample, SLUG } from "#/lib/sync/testing/sample.ts";
import { editDeclaredGap } from "#/lib/workflow/edit-declared-gap.ts";
import { addSample } from "./add-sample.ts";

const sample = await readySample();
afterAll(() => sample.close());

const list = async (more: object = {}) =>
  readGapsOrThrow({
    slug: SLUG,
    filter: GapFilter.parse({ population: "issue", ...more }),
    clock: NOW,
    actorId: null,
  });

describe("the gaps that the sample's text names as to be done first", () => {
  test("S15 three of them sort above every other, in the order of the text", async () => {
    const { rows, total } = await list();
    expect(total).toBe(18);
    expect(rows.slice(0, 3).map(({ priority, title, alias }) => [priority, alias, title])).toEqual([
      ["P0", "cp", "per-agent live-LLM-completion e2e (MiniMax-class cred drift)"],
      ["P0", "cp", "CP deploy-gate empty status-read token"],
      ["P0", "core", "secret-rotation-propagation agents-team-llm-secret-sync smoke test"],
    ]);
    expect(rows.slice(3).every(({ priority }) => priority === null)).toBe(true);
    const enteredAt = "2026-06-12T00:29:32.000Z";
    expect(rows.slice(0, 3)).toMatchObject([{ enteredAt }, { enteredAt }, { enteredAt }]);
  });

  test("S16 two of them are judged by the pull request that is said to close each, and the third has none and is open", async () => {
    const items = await Promise.all(
      (await list()).rows
        .slice(0, 3)
        .map(({ item }) => readItemOrThrow({ item, clock: NOW, actorId: null })),
    );
    expect(
      items.map(({ row, resolution, declaration }) => [
        resolution,
        row.rung,
        row.verdict,
        declaration?.closedBy.map(({ label, state }) => `${label} ${state}`),
      ]),
    ).toEqual([
      ["RESOLVED", "blocking", "covered", ["cp#736 merged"]],
      ["RESOLVED", "blocking", "covered", ["cp#737 merged"]],
      ["OPEN", "none", "gap", []],
    ]);
  });

  test("S12 each counts as filed, so none of them is untriaged", async () => {
    expect((await list({ sweep: "untriaged" })).total).toBe(15);
    expect((await list({ sweep: "triaged" })).total).toBe(3);
  });

  test("a start after a person withdrew one does not declare it anew", async () => {
    const { id } = await db.declaredGap.findFirstOrThrow({ orderBy: { id: "desc" } });
    const input = { slug: SLUG, id, withdrawn: true, reason: "not ours" };
    await editDeclaredGap({ ctx: sample.ctx, input });
    await addSample(sample.served.url, NOW);
    await sample.assess();
    expect(await db.declaredGap.count()).toBe(3);
    expect((await list()).total).toBe(17);
  });
});
