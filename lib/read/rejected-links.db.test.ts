import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { LinksView } from "#/lib/contract/links.ts";
import type { Endpoint } from "#/lib/coverage/link/endpoint.ts";
import type { LinkDecision } from "#/lib/coverage/link/person-links.ts";
import { db, inTransaction } from "#/lib/store/db.ts";
import { loadLinkWords } from "#/lib/store/load-link-words.ts";
import { type NewLinkWord, saveLinkWord } from "#/lib/store/save-link-word.ts";
import { NOW, readySample, SLUG } from "#/lib/sync/testing/sample.ts";
import { readItemLinks } from "./item-links.ts";
import { readLinksOrThrow } from "./links.ts";

const sample = await readySample();
afterAll(() => sample.close());

const pull = (number: number): Endpoint => ({
  kind: "pull",
  repositoryId: sample.idOf("core"),
  number,
});
const said = { from: pull(2621), to: pull(2589), relation: "covers" } as const;
const reason = "It looks at something else.";
const say = (value: LinkDecision["value"], more: Partial<NewLinkWord> = {}) =>
  inTransaction((tx) =>
    saveLinkWord(tx, {
      programId: sample.programId,
      at: NOW,
      actorId: sample.ctx.actor.id,
      ...said,
      reason,
      value,
      ...more,
    }),
  );
const ofProgram = async () =>
  LinksView.parse(await readLinksOrThrow({ slug: SLUG, page: 1 })).rejected;
const ofItem = async (number: number) => {
  const where = { repositoryId: sample.idOf("core"), number };
  return (await readItemLinks(await db.item.findFirstOrThrow({ where }), true)).rejected;
};
const NONE = { rows: [], total: 0 };

afterEach(async () => {
  const words = await loadLinkWords(sample.programId);
  for (const { from, to, relation } of words) await say(null, { from, to, relation });
});

let declared: { id: number };
beforeAll(async () => {
  const item = {
    programId: sample.programId,
    kind: "declared",
    naturalKey: "declared:of this test",
  };
  declared = await db.item.create({ data: item });
});

test("a link that was rejected is read with who said so, when and why, until it is taken back", async () => {
  expect([await ofProgram(), await ofItem(2589)]).toEqual([NONE, NONE]);
  await say("reject");
  const row = {
    from: { end: said.from, label: "core#2621" },
    to: { end: said.to, label: "core#2589" },
    relation: "covers",
    reason,
    by: sample.ctx.actor.name,
    byKind: "system",
    at: NOW.toISOString(),
  };
  expect(await ofProgram()).toMatchObject({ rows: [row], total: 1 });
  expect(await ofItem(2589)).toMatchObject({ rows: [row], total: 1 });
  expect(await ofItem(2452)).toEqual(NONE);
  await say(null);
  expect([await ofProgram(), await ofItem(2589)]).toEqual([NONE, NONE]);
});

test.each([
  ["confirmed after all", "confirm"],
  ["not enough after all", "insufficient"],
] as const)("what was rejected and is %s is not read", async (_what, value) => {
  await say("reject");
  await say(value);
  expect(await ofProgram()).toEqual(NONE);
});

test("the newest words come first, each relation of a pair for itself, and all are counted", async () => {
  await say("reject", { relation: "refs" });
  await say("reject");
  for (let number = 1; number <= 60; number += 1) await say("reject", { to: pull(number) });
  const { rows, total } = await ofProgram();
  expect([rows.length, total]).toEqual([50, 62]);
  expect(rows[0]?.to.label).toBe("core#60");
  const own = await ofItem(2589);
  expect(own.rows.map(({ relation }) => relation)).toEqual(["covers", "refs"]);
});

test("a gap that nothing on a forge stands behind has its links, what was rejected of them and its guard", async () => {
  const { id } = declared;
  const to: Endpoint = { kind: "gap", number: id };
  const place = { fromKey: "a", toKey: `gap:${id}`, from: said.from, to };
  const read = { relation: "covers", method: "covers-words", resolvedBy: "gap-name" };
  const where = { place: "body", line: 1, quote: "covers it", asks: false };
  const more = { certainty: "certain", alternatives: [], also: [] };
  await db.link.create({
    data: { programId: sample.programId, ...place, ...read, ...where, ...more },
  });
  await say("reject", { to, relation: "closes" });
  const item = await db.item.findUniqueOrThrow({ where: { id } });
  expect(await readItemLinks(item, true)).toMatchObject({
    links: [{ from: { label: "core#2621" }, to: { label: `GAP-${id}` }, relation: "covers" }],
    rejected: { rows: [{ to: { label: `GAP-${id}`, item: id }, relation: "closes" }], total: 1 },
    guard: null,
  });
});
