import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rebuild } from "#/lib/assess/rebuild.ts";
import { GapFilter } from "#/lib/contract/gap-filter.ts";
import { readDeclaredOrThrow } from "#/lib/read/declared.ts";
import { readGapsOrThrow } from "#/lib/read/gaps.ts";
import { readItemOrThrow } from "#/lib/read/item.ts";
import { readOverviewOrThrow } from "#/lib/read/overview.ts";
import { db } from "#/lib/store/db.ts";
import { NOW, readySample, SLUG } from "#/lib/sync/testing/sample.ts";
import { archiveProgram } from "./archive-program.ts";
import { claimGap } from "./claim-gap.ts";
import { decideLink } from "./decide-link.ts";
import { declareGap } from "./declare-gap.ts";
import { editDeclaredGap } from "./edit-declared-gap.ts";
import { actor, lastDecision } from "./testing/actors.ts";

const sample = await readySample();
afterAll(() => sample.close());

const ctx = { actor: await actor("kimi", ["engineer"]), now: NOW };
const reader = { actor: await actor("looks-on", ["viewer"]), now: NOW };
const TITLE = "nothing asks for the new key";
const declare = (more: Partial<Parameters<typeof declareGap>[0]["input"]> = {}) =>
  declareGap({ ctx, input: { slug: SLUG, repo: "core", title: TITLE, ...more } });
const edit = (id: number, more: object) =>
  editDeclaredGap({ ctx, input: { slug: SLUG, id, ...more } });

const listed = async (more: object = {}) =>
  readGapsOrThrow({
    slug: SLUG,
    filter: GapFilter.parse({ population: "issue", ...more }),
    clock: NOW,
    actorId: null,
  });
const rowOf = async (title: string) => (await listed({ q: title })).rows[0];
const itemOf = async (title: string) => {
  const row = await rowOf(title);
  if (!row) throw new Error(`${title} is not listed.`);
  return readItemOrThrow({ item: row.item, clock: NOW, actorId: null });
};
/** A fix that stands where it stands by its own tests. */
const mergedFix = async (alias: string, rung: string) => {
  const evidence = { none: { note: { startsWith: "By " } } };
  const { item } = await db.standing.findFirstOrThrow({
    where: { repositoryId: sample.idOf(alias), population: "fix", rung, item: { evidence } },
    include: { item: true },
  });
  return item.number ?? 0;
};

describe("declaring a gap", () => {
  let id = 0;
  beforeAll(async () => {
    id = await declare({ note: "said at the review", priority: "P1" });
  });

  test("leaves its decision and is being judged by until the next assessment makes an item of it", async () => {
    expect(await lastDecision()).toMatchObject({
      verb: "gap.declare",
      subject: `declared:${id}`,
      actorId: ctx.actor.id,
      after: { title: TITLE, repo: "core", priority: "P1", note: "said at the review" },
    });
    expect(await rowOf(TITLE)).toBeUndefined();
    const { program } = await readOverviewOrThrow({ slug: SLUG, clock: NOW });
    expect(program.judging).toBe(true);
    await sample.assess();
    expect(await rowOf(TITLE)).toMatchObject({
      kind: "declared",
      alias: "core",
      number: null,
      url: null,
      priority: "P1",
      verdict: "gap",
      enteredAt: NOW.toISOString(),
    });
  });

  test("the item quotes the note and is open; nothing closes it", async () => {
    const view = await itemOf(TITLE);
    expect(view).toMatchObject({
      resolution: "OPEN",
      declaration: { id, note: "said at the review", by: "kimi", closedBy: [] },
      patches: [],
      end: { kind: "gap", number: view.row.item },
    });
    expect(view.activity.map(({ verb }) => verb)).toEqual(["gap.declare"]);
  });

  test.each([
    ["the same title again", {}, "conflict", /is declared already/],
    [
      "a repository that the program has not",
      { title: "x y z", repo: "nope" },
      "not_found",
      /nope/,
    ],
    [
      "a closing pull request of such a one",
      { title: "x y z", closedBy: [{ repo: "nope", number: 1 }] },
      "not_found",
      /nope#1/,
    ],
    ["another program", { title: "x y z", slug: "absent" }, "not_found", /no program/],
  ])("%s is refused and leaves nothing", async (_what, more, code, message) => {
    const [gaps, decisions] = [await db.declaredGap.count(), await db.decision.count()];
    await expect(declare(more)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    });
    expect([await db.declaredGap.count(), await db.decision.count()]).toEqual([gaps, decisions]);
  });

  test("it takes a role, and two who declare one title at once make one gap", async () => {
    const refused = declareGap({
      ctx: reader,
      input: { slug: SLUG, repo: "core", title: "a b c" },
    });
    await expect(refused).rejects.toMatchObject({ code: "forbidden" });
    const both = await Promise.allSettled([1, 2, 3].map(() => declare({ title: "raced for" })));
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const lost = both.filter((each) => each.status === "rejected");
    expect(lost.map(({ reason }) => reason.code)).toEqual(["conflict", "conflict"]);
    expect(await db.declaredGap.count({ where: { title: "raced for" } })).toBe(1);
  });
});

describe("the pull requests that are said to close it", () => {
  test.each([
    ["one whose evidence holds up a merge", "blocking", "RESOLVED", "covered"],
    ["one whose test nothing runs", "tested", "PATCHED_NOT_GATED", "gap"],
    ["one without a test", "none", "PATCHED_NOT_GATED", "gap"],
  ])("%s", async (what, rung, resolution, verdict) => {
    const number = await mergedFix("core", rung);
    await declare({ title: `closed by ${what}`, closedBy: [{ repo: "core", number }] });
    await sample.assess();
    const view = await itemOf(`closed by ${what}`);
    expect(view).toMatchObject({ resolution, row: { verdict, rung } });
    expect(view.declaration?.closedBy).toMatchObject([
      { label: `core#${number}`, state: "merged" },
    ]);
    expect(view.patches.map(({ label }) => label)).toEqual([`core#${number}`]);
  });

  test("one that is not there leaves it open and is told, and can be exchanged", async () => {
    const title = "closed by nothing yet";
    const id = await declare({ title, closedBy: [{ repo: "cp", number: 999_999 }] });
    await sample.assess();
    const before = await itemOf(title);
    expect(before).toMatchObject({ resolution: "OPEN", patches: [] });
    expect(before.why.at(-1)).toBe("closed-by: cp#999999 is not there, so it closes nothing");
    expect(before.declaration?.closedBy).toMatchObject([{ label: "cp#999999", state: null }]);
    await edit(id, { closedBy: [{ repo: "core", number: await mergedFix("core", "blocking") }] });
    await sample.assess();
    expect(await itemOf(title)).toMatchObject({
      resolution: "RESOLVED",
      row: { item: before.row.item },
    });
    expect(await db.item.count({ where: { naturalKey: `declared:${id}` } })).toBe(1);
  });

  test("a link of a person closes it too, and one that is not enough is kept with its note", async () => {
    const title = "closed by a link";
    await declare({ title });
    await sample.assess();
    const { row } = await itemOf(title);
    const gate = await db.gate.findFirstOrThrow({ where: { repositoryId: sample.idOf("core") } });
    const from = {
      kind: "gate",
      repositoryId: gate.repositoryId,
      gate: `${gate.workflow}:${gate.job}`,
    } as const;
    const to = { kind: "gap", number: row.item } as const;
    const word = { slug: SLUG, from, to, relation: "covers", reason: "another path" } as const;
    await decideLink({ ctx, input: { ...word, value: "insufficient" } });
    await sample.assess();
    const view = await itemOf(title);
    expect(view.resolution).toBe("GATE_INSUFFICIENT");
    expect(view.links).toMatchObject([{ relation: "covers", decided: { reason: "another path" } }]);
  });
});

test("one of a repository that is not audited is kept and counts for nothing yet, and says so", async () => {
  const before = (await listed()).total;
  const id = await declare({ title: "built where nothing was read", repo: "ci" });
  await sample.assess();
  expect((await listed()).total).toBe(before);
  const all = await readDeclaredOrThrow({ slug: SLUG });
  expect(all.find((each) => each.id === id)).toMatchObject({
    item: null,
    counts: false,
    alias: "ci",
    withdrawn: null,
  });
  expect(all.find(({ title }) => title === TITLE)).toMatchObject({ counts: true });
});

describe("changing what was declared", () => {
  test("priority and note change, the newest of a priority goes behind the others, and what changes nothing is a conflict", async () => {
    const id = await declare({ title: "of little worth", priority: "P3" });
    await edit(id, { priority: "P0", note: "after all" });
    expect(await lastDecision()).toMatchObject({
      verb: "gap.edit",
      before: { priority: "P3", note: null },
      after: { priority: "P0", note: "after all" },
    });
    await sample.assess();
    const first = (await listed()).rows.filter(({ priority }) => priority === "P0");
    expect(first.at(-1)?.title).toBe("of little worth");
    expect((await listed()).rows.slice(0, first.length)).toEqual(first);
    await expect(edit(id, { priority: "P0" })).rejects.toMatchObject({ code: "conflict" });
    await expect(edit(999, { priority: "P0" })).rejects.toMatchObject({ code: "not_found" });
  });

  test("withdrawn with a reason it leaves the scope and its claim ends; put back it has its old number", async () => {
    const title = "out of scope for a while";
    const id = await declare({ title });
    await sample.assess();
    const { item } = (await itemOf(title)).row;
    await claimGap({ ctx, input: { item } });
    await expect(edit(id, { withdrawn: true })).rejects.toMatchObject({ code: "invalid" });
    await edit(id, { withdrawn: true, reason: "another team has it" });
    expect(await lastDecision()).toMatchObject({ verb: "gap.release", subject: `GAP-${item}` });
    await sample.assess();
    expect(await rowOf(title)).toBeUndefined();
    const held = (await readDeclaredOrThrow({ slug: SLUG })).find((each) => each.id === id);
    expect(held).toMatchObject({ item, withdrawn: { by: "kimi", reason: "another team has it" } });
    await expect(declare({ title })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringMatching(/withdrawn.*Put it back/),
    });
    const again = edit(id, { withdrawn: true, reason: "again" });
    await expect(again).rejects.toMatchObject({ code: "conflict" });
    await edit(id, { withdrawn: false });
    await rebuild(NOW);
    expect(await rowOf(title)).toMatchObject({ item, title });
    await expect(edit(id, { withdrawn: false })).rejects.toMatchObject({ code: "conflict" });
  });

  test("nothing is declared or changed in an archived program", async () => {
    const id = await declare({ title: "before the archive" });
    await archiveProgram({ ctx: sample.ctx, input: { slug: SLUG } });
    const title = "after the archive";
    await expect(declare({ title })).rejects.toMatchObject({ code: "conflict" });
    await expect(edit(id, { priority: "P0" })).rejects.toMatchObject({ code: "conflict" });
  });
});
