import { expect, test } from "vitest";
import type { Faults } from "#/lib/fake/faults.ts";
import { db } from "#/lib/store/db.ts";
import { cutPages } from "./testing/cut-pages.ts";
import { factsOf } from "./testing/facts.ts";
import { scopeOf } from "./testing/scope-of.ts";
import { smallForge } from "./testing/small-forge.ts";

const filesOf = (number: number) => new RegExp(`/pulls/${number}/files$`);

const mergedIn = (repositoryId: number) =>
  db.pullRequest.findMany({
    where: { repositoryId, state: "merged" },
    orderBy: [{ mergedAt: "desc" }, { number: "desc" }],
    select: { number: true, filesKnown: true, filesWhy: true },
  });

test("a 404 for one pull request's files makes this one fact unknown, the sync goes on, and it is not asked again", async () => {
  await using small = await smallForge();
  const gone = small.core.pulls.find((pull) => pull.mergedAt !== null)?.number ?? 0;
  await using proxy = await cutPages(small.served.url, /nothing$/, filesOf(gone));
  expect(await small.sync({ url: proxy.url })).toBe("done");
  const merged = await mergedIn(small.repositoryId);
  expect(merged.filter(({ filesKnown }) => !filesKnown)).toEqual([
    { number: gone, filesKnown: false, filesWhy: expect.stringMatching(/does not have.*404/) },
  ]);
  expect(merged.length).toBeGreaterThan(5);
  small.served.requests.reset();
  expect(await small.sync()).toBe("done");
  expect(small.served.requests.count("GET /repos/{owner}/{repo}/pulls/{index}/files")).toBe(0);
});

const streamOf = (repositoryId: number) =>
  db.syncStream.findUnique({ where: { repositoryId_stream: { repositoryId, stream: "files" } } });

/** A forge that fails on the files of one merged pull request while it is told to. */
async function oneBroken() {
  const state = { broken: true, number: 0 };
  const faults: Faults = ({ path }) =>
    state.broken && filesOf(state.number).test(path) ? { kind: "status", status: 500 } : null;
  const small = await smallForge({ faults });
  state.number = small.core.pulls.find((pull) => pull.mergedAt !== null)?.number ?? 0;
  return { ...small, state };
}

test("a pull request whose files the forge fails on is unknown with its reason, hides no other, and the next sync asks again", async () => {
  await using small = await oneBroken();
  const { state } = small;
  expect(await small.sync()).toBe("done");
  const why = /^Asked again by every sync: .*500/;
  const unread = (await mergedIn(small.repositoryId)).filter(({ filesKnown }) => !filesKnown);
  expect(unread).toEqual([
    { number: state.number, filesKnown: false, filesWhy: expect.stringMatching(why) },
  ]);
  expect(await streamOf(small.repositoryId)).toMatchObject({
    completedAt: null,
    watermark: null,
    refusal: expect.stringMatching(
      new RegExp(`files of 1 pull requests could not be read, #${state.number}.*next sync.*500`),
    ),
  });
  expect((await scopeOf(small.repositoryId)).audited).toBe(true);
  state.broken = false;
  expect(await small.sync()).toBe("done");
  expect((await mergedIn(small.repositoryId)).every(({ filesKnown }) => filesKnown)).toBe(true);
  expect(await streamOf(small.repositoryId)).toMatchObject({
    completedAt: expect.any(Date),
    refusal: null,
  });
});

test("one that stays broken and is the only one left ends no sync, however often it is asked for", async () => {
  await using small = await oneBroken();
  const { state } = small;
  expect([await small.sync(), await small.sync(), await small.sync()]).toEqual([
    "done",
    "done",
    "done",
  ]);
  expect((await mergedIn(small.repositoryId)).filter(({ filesKnown }) => !filesKnown)).toEqual([
    expect.objectContaining({ number: state.number }),
  ]);
  expect(await db.issue.count({ where: { repositoryId: small.repositoryId } })).toBeGreaterThan(5);
});

test("an outage that begins among the lists ends the run, and nothing is taken for unknown", async () => {
  const state = { asked: 0, down: true };
  const faults: Faults = ({ path }) => {
    if (!state.down || !path.endsWith("/files")) return null;
    state.asked += 1;
    return state.asked > 4 ? { kind: "status", status: 503 } : null;
  };
  await using small = await smallForge({ faults });
  expect(await small.sync()).toBe("failed");
  const merged = await mergedIn(small.repositoryId);
  expect(merged.some(({ filesKnown }) => filesKnown)).toBe(true);
  expect(merged.filter(({ filesWhy }) => filesWhy !== null)).toEqual([]);
  expect(await streamOf(small.repositoryId)).toBeNull();
  state.down = false;
  expect(await small.sync()).toBe("done");
  expect((await mergedIn(small.repositoryId)).every(({ filesKnown }) => filesKnown)).toBe(true);
});

test("while the forge fails on every list the pass stays open, and nothing is taken for unknown for good", async () => {
  const state = { broken: true };
  const faults: Faults = ({ path }) =>
    state.broken && path.endsWith("/files") ? { kind: "status", status: 503 } : null;
  await using small = await smallForge({ faults });
  expect(await small.sync()).toBe("failed");
  expect(await streamOf(small.repositoryId)).toBeNull();
  state.broken = false;
  expect(await small.sync()).toBe("done");
  expect((await mergedIn(small.repositoryId)).every(({ filesKnown }) => filesKnown)).toBe(true);
});

test("a list of files that spans pages is read whole, and files before the program began are not asked for", async () => {
  await using small = await smallForge();
  const many = small.core.pulls
    .filter((pull) => pull.mergedAt !== null)
    .toSorted((a, b) => (a.mergedAt ?? "").localeCompare(b.mergedAt ?? ""))
    .at(-1);
  many?.files.push(
    ...Array.from({ length: 7 }, (_, index) => ({
      path: `many/${index}.ts`,
      previousPath: index === 0 ? "old.ts" : null,
      status: index === 0 ? ("renamed" as const) : ("deleted" as const),
      additions: index,
      deletions: 0,
    })),
  );
  const program = await db.program.create({
    data: { slug: "late", name: "Late", fixesSince: new Date(many?.mergedAt ?? 0) },
  });
  const { repositoryId } = small;
  await db.programRepository.create({
    data: { programId: program.id, repositoryId, alias: "core" },
  });
  await small.sync();
  const held = await db.changedFile.findMany({
    where: { repositoryId, number: many?.number ?? 0, path: { startsWith: "many/" } },
    orderBy: { path: "asc" },
  });
  expect(held.map(({ status, additions }) => [status, additions])).toEqual([
    ["renamed", 0],
    ...[1, 2, 3, 4, 5, 6].map((additions) => ["removed", additions]),
  ]);
  expect(held[0]?.previousPath).toBe("old.ts");
  const earlier = small.core.pulls.filter(
    (pull) => pull.mergedAt !== null && pull.mergedAt < (many?.mergedAt ?? ""),
  );
  const asked = small.served.requests.entries.map(({ path }) => path);
  expect(earlier.length).toBeGreaterThan(0);
  for (const { number } of earlier)
    expect(asked.some((path) => filesOf(number).test(path))).toBe(false);
  await db.program.update({ where: { id: program.id }, data: { fixesSince: new Date(0) } });
  await small.sync();
  expect((await mergedIn(repositoryId)).every(({ filesKnown }) => filesKnown)).toBe(true);
  expect((await factsOf(repositoryId)).length).toBeGreaterThan(30);
});
