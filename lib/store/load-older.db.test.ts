import { expect, test } from "vitest";
import { db } from "./db.ts";
import { loadOlderMerged, loadOlderPushed } from "./load-older.ts";
import { saveRepository } from "./save-repository.ts";

const day = (number: number) => new Date(Date.UTC(2026, 5, number));
const shaOf = (number: number) => `${number}`.padEnd(40, "b");

const source = await db.source.create({
  data: { name: "older", kind: "gitea", url: "http://x.test" },
});
const facts = { externalId: "1", fullName: "owner/name", defaultBranch: "main", url: null };
const repositoryId = await saveRepository(db, source.id, facts);
const rest = { externalId: "", title: "fix: a", labels: [], baseRef: "main" };
await db.pullRequest.createMany({
  data: [1, 2, 3, 4, 5, 6, 7].map((number) => ({
    ...rest,
    repositoryId,
    number,
    externalId: `${number}`,
    mergeSha: shaOf(number),
    // The first two were merged in one moment, and one of all was not merged.
    mergedAt: number === 7 ? null : day(Math.max(2, number)),
    createdAt: day(1),
    updatedAt: day(1),
    state: number === 7 ? "closed" : "merged",
  })),
});
await db.directCommit.createMany({
  data: [1, 2, 3, 4, 5, 6].map((number) => ({
    repositoryId,
    sha: shaOf(number),
    title: "x",
    body: "",
    walk: 1,
    committedAt: day(Math.max(2, number)),
  })),
});

const request = (wanted: { numbers?: number[]; shas?: string[]; from?: Date }) => ({
  repositoryId,
  before: day(6),
  wanted: {
    numbers: new Set(wanted.numbers ?? []),
    shas: wanted.shas ?? [],
    from: wanted.from ?? null,
  },
});

test.each([
  ["nothing", {}, [], []],
  ["numbers, of those that were merged before the window", { numbers: [1, 6, 7, 9] }, [1], []],
  ["a commit", { shas: [shaOf(4)] }, [4], [4]],
  ["the beginning of one", { shas: [shaOf(4).slice(0, 7)] }, [4], [4]],
  ["a moment on", { from: day(4) }, [4, 5], [4, 5]],
  ["both", { numbers: [2], from: day(5) }, [2, 5], [5]],
])("by %s", async (_name, wanted, merged, pushed) => {
  const batches = await Array.fromAsync(loadOlderMerged(request(wanted)));
  expect(batches.flat().map(({ number }) => number)).toEqual(merged);
  const commits = await Array.fromAsync(loadOlderPushed(request(wanted)));
  expect(commits.flat().map(({ sha }) => Number.parseInt(sha, 10))).toEqual(pushed);
});

test("batches tell each once, also of one moment", async () => {
  const all = request({ from: day(1) });
  const merged = await Array.fromAsync(loadOlderMerged(all, 1));
  expect(merged.map((batch) => batch.map(({ number }) => number))).toEqual([
    [1],
    [2],
    [3],
    [4],
    [5],
  ]);
  const pushed = await Array.fromAsync(loadOlderPushed(all, 2));
  expect(pushed.map((batch) => batch.length)).toEqual([2, 2, 1]);
  expect(new Set(pushed.flat().map(({ sha }) => sha)).size).toBe(5);
});
