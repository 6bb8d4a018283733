import { describe, expect, test } from "vitest";
import { change } from "#/lib/fake/change.ts";
import { db } from "#/lib/store/db.ts";
import { loadMerged, type MergedPullRequest } from "#/lib/store/load-merged.ts";
import { loadWithoutPatches } from "#/lib/store/load-without-patches.ts";
import { storedFacts, written } from "./testing/facts.ts";
import {
  added,
  DIFFERENCE,
  FIRST,
  HUNKS,
  held,
  isDifference,
  pathsOf,
  readOf,
  rowOf,
  withFixes,
} from "./testing/with-fixes.ts";

const streamOf = (repositoryId: number) =>
  db.syncStream.findUnique({ where: { repositoryId_stream: { repositoryId, stream: "patches" } } });

describe("what is read", () => {
  test("the patches of the tests of fixes, newest merge first, and nobody else's", async () => {
    await using small = await withFixes(3);
    rowOf(small, FIRST).title = "feat(core): another";
    expect(await small.sync()).toBe("done");
    expect(await held(small.repositoryId)).toEqual(readOf(FIRST + 1, FIRST + 2));
    const asked = small.served.requests.entries.filter(({ path }) => isDifference(path));
    expect(asked.map(({ path }) => path.split("/").at(-1))).toEqual([
      `${FIRST + 2}.diff`,
      `${FIRST + 1}.diff`,
    ]);
    expect(await streamOf(small.repositoryId)).toMatchObject({
      completedAt: expect.any(Date),
      refusal: null,
    });
  });

  test("a second sync asks for none and writes none", async () => {
    await using small = await withFixes(3);
    await small.sync();
    const before = await storedFacts(small.repositoryId);
    small.served.requests.reset();
    expect(await small.sync()).toBe("done");
    expect(small.served.requests.count(DIFFERENCE)).toBe(0);
    expect(written(before, await storedFacts(small.repositoryId))).toEqual([]);
  });

  test("after a sync nobody's file list is looked at again by the same rules", async () => {
    await using small = await withFixes(3);
    await small.sync();
    const { repositoryId } = small;
    const looked = async () =>
      (await Array.fromAsync(loadWithoutPatches(repositoryId, null)))
        .flat()
        .map(({ number }) => number);
    expect(await looked()).toEqual([]);
    await db.pullRequest.updateMany({
      where: { repositoryId, number: FIRST },
      data: { patchesSettled: "of older rules" },
    });
    expect(await looked()).toEqual([FIRST]);
  });

  test("what comes to be wanted later is read alone", async () => {
    await using small = await withFixes(3);
    rowOf(small, FIRST).title = "feat(core): another";
    await small.sync();
    small.store.clock.advance(3600);
    const place = { store: small.store, repository: small.core, number: FIRST };
    change.retitle(place, "fix(core): a fix after all");
    small.served.requests.reset();
    await small.sync();
    expect(small.served.requests.count(DIFFERENCE)).toBe(1);
    expect(await held(small.repositoryId)).toEqual(readOf(FIRST, FIRST + 1, FIRST + 2));
  });

  test("what closes an issue comes to be wanted by the label that the issue gets later", async () => {
    await using small = await withFixes(2);
    const [issue] = small.core.issues;
    if (!issue) throw new Error("The small forge has no issue.");
    issue.labels = [];
    const row = rowOf(small, FIRST);
    Object.assign(row, { title: "Sort by name", body: `Closes #${issue.number}`, labels: [] });
    await small.sync();
    expect(await held(small.repositoryId)).toEqual(readOf(FIRST + 1));
    small.store.clock.advance(3600);
    small.core.labels.push({ id: 9001, name: "type: bug", color: "ee0701", description: "" });
    Object.assign(issue, { labels: ["type: bug"], updatedAt: small.store.clock.now() });
    small.served.requests.reset();
    await small.sync();
    expect(small.served.requests.count(DIFFERENCE)).toBe(1);
    expect(await held(small.repositoryId)).toEqual(readOf(FIRST, FIRST + 1));
    const before = await storedFacts(small.repositoryId);
    await small.sync();
    expect(written(before, await storedFacts(small.repositoryId))).toEqual([]);
  });

  test("pull requests merged before every program began are not asked for", async () => {
    await using small = await withFixes(3);
    const { repositoryId } = small;
    const fixesSince = new Date(rowOf(small, FIRST + 2).mergedAt ?? "");
    const program = await db.program.create({ data: { slug: "late", name: "Late", fixesSince } });
    const scope = { programId: program.id, repositoryId, alias: "core" };
    await db.programRepository.create({ data: scope });
    await small.sync();
    expect(await held(repositoryId)).toEqual(readOf(FIRST + 2));
    await db.program.delete({ where: { id: program.id } });
  });

  test("hostile names, a binary file and bytes that are no text are held or unknown by name", async () => {
    await using small = await withFixes(1);
    const names = ['a "b"\n\tc_test.go', "später/日本_test.go", "a b_test.go", "a\\b_test.go"];
    const nul = "@@ -0,0 +1,1 @@\n+a\0b\uFFFD\n";
    rowOf(small, FIRST).files = [
      ...names.map((name) => added(name, HUNKS)),
      added("a.go", HUNKS),
      added("binary_test.go", null),
      added("empty_test.go", ""),
      added("nul_test.go", nul),
    ];
    await small.sync();
    const rows = await held(small.repositoryId);
    expect(new Map(rows.map(({ path, patch, why }) => [path, patch ?? why]))).toEqual(
      new Map([
        ...["a.go", ...names].map((name) => [name, HUNKS] as const),
        ["binary_test.go", "The file is binary, so its difference has no lines."],
        ["empty_test.go", ""],
        ["nul_test.go", nul.replace("\0", "\uFFFD")],
      ]),
    );
  });
});

describe("a pull request that is not as it was", () => {
  test("its patches are asked for anew when the merge is another commit, though its files are the same", async () => {
    await using small = await withFixes(2);
    await small.sync();
    const row = rowOf(small, FIRST);
    const patch = "@@ -0,0 +1,1 @@\n+other\n";
    row.files = [
      added(`a${FIRST}.go`, HUNKS),
      { ...added(`a${FIRST}_test.go`, patch), additions: 2 },
    ];
    small.store.clock.advance(3600);
    Object.assign(row, { mergeSha: "other", updatedAt: small.store.clock.now() });
    small.served.requests.reset();
    await small.sync();
    expect(small.served.requests.count(DIFFERENCE)).toBe(1);
    const [product, changed] = readOf(FIRST);
    expect(await held(small.repositoryId)).toEqual([
      product,
      { ...changed, patch },
      ...readOf(FIRST + 1),
    ]);
  });

  test("a patch goes with its file and with its pull request", async () => {
    await using small = await withFixes(2);
    await small.sync();
    const { repositoryId } = small;
    await db.changedFile.deleteMany({ where: { repositoryId, path: `a${FIRST}.go` } });
    expect(await held(repositoryId)).toEqual([...readOf(FIRST).slice(1), ...readOf(FIRST + 1)]);
    await db.pullRequest.deleteMany({ where: { repositoryId } });
    expect(await held(repositoryId)).toEqual([]);
  });
});

test("what was merged comes in batches, oldest first, each once, with what is held of its patches", async () => {
  await using small = await withFixes(7);
  // Two of the same second, which only their numbers keep apart.
  rowOf(small, FIRST + 3).mergedAt = rowOf(small, FIRST + 2).mergedAt;
  await small.sync();
  const { repositoryId } = small;
  await db.filePatch.updateMany({
    where: { repositoryId, number: FIRST + 6 },
    data: { patch: null, why: "gone" },
  });
  const [since, until] = [new Date(0), new Date("2027-01-01")];
  const batches: (readonly MergedPullRequest[])[] = [];
  for await (const batch of loadMerged(repositoryId, since, until, 3)) batches.push(batch);
  expect(batches.map((batch) => batch.map(({ number }) => number - FIRST))).toEqual([
    [0, 1, 2],
    [3, 4, 5],
    [6],
  ]);
  const [first, last] = [batches[0]?.[0], batches[2]?.[0]];
  const file = { previousPath: null, status: "added", additions: 2, deletions: 0 };
  expect(first).toMatchObject({ body: expect.any(String), mergeSha: String(FIRST) });
  expect(first?.files).toEqual({
    known: true,
    value: [
      ...pathsOf(FIRST).map((path) => ({ ...file, path, patch: { known: true, value: HUNKS } })),
      { ...file, path: `docs/a${FIRST}.md` },
    ],
  });
  expect(last?.files).toMatchObject({
    value: [{ patch: { known: false, why: "gone" } }, { patch: { known: false } }, {}],
  });
});
