import { afterAll, describe, expect, test } from "vitest";
import { rebuild } from "#/lib/assess/rebuild.ts";
import { derivedRows } from "#/lib/assess/testing/derived.ts";
import { readItemOrThrow } from "#/lib/read/item.ts";
import { db } from "#/lib/store/db.ts";
import { NOW, readySample, SLUG } from "#/lib/sync/testing/sample.ts";
import { archiveProgram } from "./archive-program.ts";
import { recordGuard } from "./record-guard.ts";
import { actor, lastDecision } from "./testing/actors.ts";
import { refusalOf } from "./testing/refusal-of.ts";

const sample = await readySample();
afterAll(() => sample.close());

const engineer = await actor("fleet-engineer", ["engineer"]);
const viewer = await actor("guest", ["viewer"]);
const ctx = { actor: engineer, now: NOW };
const reason = "It rang twice in May.";
const ALARM = "An alarm on logins that fail.";

const itemOf = async (alias: string, number: number) =>
  (await db.item.findFirstOrThrow({ where: { repositoryId: sample.idOf(alias), number } })).id;
const read = (item: number) => readItemOrThrow({ item, clock: NOW, actorId: null });
const record = (item: number, guard: string | null) =>
  recordGuard({ ctx, input: { item, guard, reason } });

const issue = await itemOf("core", 2610);
const fix = await itemOf("cp", 724);

describe("an operational guard", () => {
  test.each([
    ["an issue", issue],
    ["a fix", fix],
  ])(
    "S04 of %s is shown with who recorded it, resolves nothing, and survives a rebuild and a resync",
    async (_what, item) => {
      const [rows, before] = [await derivedRows(), await read(item)];
      expect(before.guard).toBeNull();
      await record(item, ALARM);
      expect(await lastDecision()).toMatchObject({
        verb: "guard.record",
        subject: `GAP-${item}`,
        actorId: engineer.id,
        before: { guard: null },
        after: { guard: ALARM, reason },
      });
      for (const again of [sample.assess, sample.syncAll, () => rebuild(NOW)]) {
        await again();
        expect(await derivedRows()).toEqual(rows);
        const view = await read(item);
        expect(view.guard).toEqual({
          guard: ALARM,
          reason,
          by: "fleet-engineer",
          at: NOW.toISOString(),
        });
        expect(view.row).toEqual(before.row);
        expect([view.resolution, view.missed]).toEqual([before.resolution, before.missed]);
      }
    },
  );

  test("is of its own item alone, and another takes its place", async () => {
    const other = "A limit on retries.";
    await record(issue, other);
    expect((await read(issue)).guard?.guard).toBe(other);
    expect((await read(fix)).guard?.guard).toBe(ALARM);
  });

  test("taken back it is gone, and what was done about it stays told", async () => {
    await record(issue, null);
    const { guard, activity } = await read(issue);
    expect(guard).toBeNull();
    expect(activity.map(({ verb }) => verb)).toEqual([
      "guard.record",
      "guard.record",
      "guard.remove",
    ]);
  });
});

describe("what is refused leaves no word and no decision", () => {
  const refused = (tried: () => Promise<unknown>) =>
    refusalOf(tried, () => Promise.all([db.override.count(), db.decision.count()]));
  const left = [0, 0];

  test("the same guard again, and taking back what nobody recorded, is a conflict", async () => {
    expect(await refused(() => record(fix, ALARM))).toMatchObject({
      code: "conflict",
      message: expect.stringMatching(/recorded already/),
      left,
    });
    expect(await refused(() => record(issue, null))).toMatchObject({
      code: "conflict",
      message: expect.stringMatching(/No guard/),
      left,
    });
  });

  test("two who record the same at once leave one word and one conflict", async () => {
    const before = await db.override.count();
    const both = await Promise.allSettled([record(issue, ALARM), record(issue, ALARM)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await db.override.count()).toBe(before + 1);
  });

  test("an item that is not there, and one of no repository, is not found", async () => {
    expect(await refused(() => record(999_999, ALARM))).toMatchObject({
      code: "not_found",
      left,
    });
    const data = { programId: sample.programId, naturalKey: "declared:77", kind: "declared" };
    const declared = await db.item.create({ data });
    expect(await refused(() => record(declared.id, ALARM))).toMatchObject({
      code: "not_found",
      left,
    });
    await db.item.delete({ where: { id: declared.id } });
  });

  test("whoever only looks is refused", async () => {
    const input = { item: issue, guard: "Another.", reason };
    expect(
      await refused(() => recordGuard({ ctx: { actor: viewer, now: NOW }, input })),
    ).toMatchObject({ code: "forbidden", left });
  });

  test("in an archived program nothing is recorded", async () => {
    await archiveProgram({ ctx: sample.ctx, input: { slug: SLUG } });
    expect(await refused(() => record(issue, "Another."))).toMatchObject({
      code: "conflict",
      left,
    });
  });
});
