import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openClone } from "./open-clone.ts";
import type { CommitWindow } from "./read-commits.ts";
import { readDirect } from "./read-direct.ts";
import { readMerged } from "./read-merged.ts";
import { scratchClone } from "./testing/scratch-clone.ts";

const ALL: CommitWindow = { since: null, until: null, limit: null };

async function read(directory: string, window: Partial<CommitWindow> = {}) {
  const clone = await openClone(directory);
  return Array.fromAsync(readDirect(clone, { ...ALL, ...window }));
}

/** A squash, a merge of a pull request, one of a branch without any, and pushes. */
function history() {
  const scratch = scratchClone();
  scratch.write("a", "1\n");
  scratch.commit("start");
  scratch.write("a", "2\n");
  scratch.commit("fix: squashed (#1)");
  scratch.git("checkout", "-q", "-b", "topic");
  scratch.write("b", "1\n");
  scratch.commit("on a topic");
  scratch.git("checkout", "-q", "main");
  scratch.merge("topic", "Merge pull request #2 from ben/topic\n\nfix: merged");
  scratch.git("checkout", "-q", "-b", "release");
  scratch.write("c", "1\n");
  scratch.commit("on a release (#9)");
  scratch.git("checkout", "-q", "main");
  scratch.merge("release", "Merge branch 'release' into main");
  scratch.write("a", "3\n");
  scratch.git("config", "user.name", "Ben");
  scratch.commit("hotfix: pushed\n\nin a hurry");
  return scratch;
}

test("what reached the line of first parents without a pull request is a direct commit", async () => {
  using scratch = history();
  const direct = await read(scratch.directory);
  expect(direct.map(({ title, author }) => [title, author])).toEqual([
    ["hotfix: pushed", "Ben"],
    ["Merge branch 'release' into main", "kimi"],
    ["start", "kimi"],
  ]);
  expect(direct[0]).toMatchObject({ sha: scratch.git("rev-parse", "HEAD"), body: "in a hurry\n" });
  expect(
    direct.map(
      ({ files }) => files?.known && files.value.map(({ status, path }) => [status, path]),
    ),
  ).toEqual([[["modified", "a"]], [["added", "c"]], [["added", "a"]]]);
});

test("the files of a commit whose title is not wanted are not asked for", async () => {
  using scratch = history();
  const isWanted = (title: string) => title.startsWith("hotfix");
  const clone = await openClone(scratch.directory);
  const direct = await Array.fromAsync(readDirect(clone, ALL, isWanted));
  expect(direct.map(({ files }) => files?.known ?? null)).toEqual([true, null, null]);
  expect(direct[1]).toMatchObject({ title: "Merge branch 'release' into main", author: "kimi" });
});

test("with the merged pull requests they are the whole line", async () => {
  using scratch = history();
  const clone = await openClone(scratch.directory);
  const merged = await Array.fromAsync(readMerged(clone, ALL));
  const direct = await Array.fromAsync(readDirect(clone, ALL));
  const line = scratch.git("rev-list", "--first-parent", "HEAD").split("\n");
  expect([...merged, ...direct].map(({ sha }) => sha).toSorted()).toEqual(line.toSorted());
});

test("a merge of branches with a number behind it brought no pull request, and is not lost", async () => {
  using scratch = history();
  scratch.git("checkout", "-q", "-b", "other");
  scratch.commit("work");
  scratch.git("checkout", "-q", "main");
  const sha = scratch.merge("other", "Merge branch 'other', see (#77)");
  expect((await read(scratch.directory))[0]?.sha).toBe(sha);
});

test("a window takes in both its ends, and a limit reaches as far back as its pull requests", async () => {
  using scratch = history();
  const second = (await read(scratch.directory))[1]?.committedAt ?? null;
  const titles = async (window: Partial<CommitWindow>) =>
    (await read(scratch.directory, window)).map(({ title }) => title.slice(0, 5));
  expect(await titles({ since: second })).toEqual(["hotfi", "Merge"]);
  expect(await titles({ until: second })).toEqual(["Merge", "start"]);
  const merges = await Array.fromAsync(readMerged(await openClone(scratch.directory), ALL));
  const newest = await titles({ since: merges[0]?.mergedAt ?? null });
  expect(await titles({ limit: 1 })).toEqual(newest);
  expect(newest.length).toBeLessThan((await titles({})).length);
});

test("a parent that is dated after its child is still on the line", async () => {
  using scratch = scratchClone();
  scratch.commit("start");
  scratch.git("checkout", "-q", "-b", "side");
  scratch.git("checkout", "-q", "main");
  for (let count = 0; count < 5; count += 1) scratch.commit(`push ${count}`);
  scratch.git("checkout", "-q", "side");
  scratch.git("merge", "-q", "--no-ff", "-m", "catch up", "main");
  const child = scratch.git(
    "commit-tree",
    "-m",
    "old clock",
    "-p",
    "main",
    "-p",
    "side",
    "HEAD^{tree}",
  );
  scratch.git("update-ref", "refs/heads/main", child);
  scratch.git("checkout", "-q", "-f", "main");
  const line = scratch.git("rev-list", "--first-parent", "HEAD").split("\n");
  expect((await read(scratch.directory)).map(({ sha }) => sha).toSorted()).toEqual(line.toSorted());
});

test("a missing tree makes that list unknown and no other", async () => {
  using scratch = scratchClone();
  for (const number of [1, 2, 3]) {
    scratch.write(`dir${number}/sub/file`, `${number}`);
    scratch.commit(`push ${number}`);
  }
  const missing = scratch.git("rev-parse", "HEAD~1:dir2/sub");
  rmSync(join(scratch.directory, ".git/objects", missing.slice(0, 2), missing.slice(2)));
  const direct = await read(scratch.directory);
  expect(direct.map(({ files }) => files?.known)).toEqual([true, false, true]);
});
