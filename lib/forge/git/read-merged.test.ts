import { execFileSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openClone } from "./open-clone.ts";
import { type MergedPullRequest, type MergedWindow, readMerged } from "./read-merged.ts";
import { scratchClone } from "./testing/scratch-clone.ts";

const ALL: MergedWindow = { since: null, until: null, limit: null };

async function read(directory: string, window: Partial<MergedWindow> = {}) {
  const clone = await openClone(directory);
  const merged: MergedPullRequest[] = [];
  for await (const pullRequest of readMerged(clone, { ...ALL, ...window }))
    merged.push(pullRequest);
  return merged;
}
function paths(pullRequest: MergedPullRequest | undefined): string | readonly string[] {
  if (!pullRequest) return "no such pull request";
  const { files } = pullRequest;
  return files.known ? files.value.map(({ status, path }) => `${status} ${path}`) : files.why;
}

/** A line with one merge of each forge and one squash. */
function history() {
  const scratch = scratchClone();
  scratch.write("a", "1\n");
  scratch.commit("start");
  scratch.git("checkout", "-q", "-b", "topic");
  scratch.write("b/x_test.go", "test\n");
  scratch.git("config", "user.name", "Ben");
  scratch.commit("work in progress (#99)");
  scratch.git("config", "user.name", "kimi");
  scratch.git("checkout", "-q", "main");
  scratch.merge("topic", "Merge pull request #1 from ben/topic\n\nfix(core): one");
  scratch.git("checkout", "-q", "-b", "other");
  scratch.write("a", "2\n");
  scratch.commit("more");
  scratch.git("checkout", "-q", "main");
  scratch.merge("other", "Merge pull request 'fix(core): two' (#2) from other into main");
  scratch.write("c", "3\n");
  scratch.commit("feat: three (#3)\n\nCloses #5");
  return scratch;
}

test("merged pull requests come newest first, with title, author and the files since the first parent", async () => {
  using scratch = history();
  const merged = await read(scratch.directory);
  expect(merged.map(({ number, title, author }) => [number, title, author])).toEqual([
    [3, "feat: three", "kimi"],
    [2, "fix(core): two", "kimi"],
    [1, "fix(core): one", "Ben"],
  ]);
  expect(merged.map(paths)).toEqual([["added c"], ["modified a"], ["added b/x_test.go"]]);
  expect(merged[0]?.body.trim()).toBe("Closes #5");
  expect(merged[0]?.parentSha).toBe(merged[1]?.sha);
});

test("a window takes in both its ends, and a limit the newest", async () => {
  using scratch = history();
  const numbers = async (window: Partial<MergedWindow>) =>
    (await read(scratch.directory, window)).map(({ number }) => number);
  const second = (await read(scratch.directory))[1]?.mergedAt ?? null;
  expect(await numbers({ since: second })).toEqual([3, 2]);
  expect(await numbers({ until: second })).toEqual([2, 1]);
  expect(await numbers({ since: second, until: second })).toEqual([2]);
  expect(await numbers({ limit: 2 })).toEqual([3, 2]);
});

test("of a number that is met twice the commit on the line of first parents is kept", async () => {
  using scratch = history();
  const kept = (await read(scratch.directory))[0]?.sha;
  scratch.git("checkout", "-q", "-b", "again");
  scratch.write("d", "4\n");
  scratch.commit("Merge pull request #3 from copied/history");
  scratch.git("checkout", "-q", "main");
  scratch.merge("again", "bring it in");
  expect((await read(scratch.directory)).find(({ number }) => number === 3)?.sha).toBe(kept);
});

test("hostile names of files and branches survive", async () => {
  using scratch = scratchClone();
  scratch.write("a", "1");
  scratch.commit("start");
  const names = [
    'with "quotes"',
    "with\nnewline",
    ":colon",
    "-dash",
    "tab\there",
    "ünïcode",
    "\u0001control",
  ];
  for (const name of names) scratch.write(name, name);
  scratch.git("checkout", "-q", "-b", "x$(touch-pwned)`y`");
  scratch.commit("fix(x): \u0001 $(odd) (#8)");
  const files = (await read(scratch.directory))[0]?.files;
  expect(files?.known && files.value.map(({ path }) => path).toSorted()).toEqual(names.toSorted());
});

test("the first commit of all is compared with nothing", async () => {
  using scratch = scratchClone();
  scratch.write("a", "1");
  scratch.commit("feat: start (#1)");
  const [first] = await read(scratch.directory);
  expect([first?.parentSha, paths(first)]).toEqual([null, ["added a"]]);
});

describe("an incomplete clone", () => {
  test("a missing tree makes that list unknown and no other", async () => {
    using scratch = scratchClone();
    for (const number of [1, 2, 3, 4, 5]) {
      scratch.write(`dir${number}/sub/file`, `${number}`);
      scratch.commit(`fix(x): ${number} (#${number})`);
    }
    const missing = scratch.git("rev-parse", "HEAD~2:dir3/sub");
    rmSync(join(scratch.directory, ".git/objects", missing.slice(0, 2), missing.slice(2)));
    const merged = await read(scratch.directory);
    expect(merged.map(({ number, files }) => [number, files.known])).toEqual([
      [5, true],
      [4, true],
      [3, false],
      [2, true],
      [1, true],
    ]);
    expect(paths(merged[2])).toContain("lacks objects");
  });

  test("missing contents cost nothing, since none are read", async () => {
    using scratch = history();
    const blob = scratch.git("rev-parse", "HEAD:c");
    rmSync(join(scratch.directory, ".git/objects", blob.slice(0, 2), blob.slice(2)));
    expect((await read(scratch.directory)).every(({ files }) => files.known)).toBe(true);
  });

  test("a clone without trees has every list unknown", async () => {
    using scratch = history();
    scratch.git("config", "uploadpack.allowFilter", "true");
    const copy = join(scratch.directory, "copy.git");
    scratch.git("clone", "-q", "--bare", "--filter=tree:0", `file://${scratch.directory}`, copy);
    const merged = await read(copy);
    expect(merged.map(({ files }) => files.known)).toEqual([false, false, false]);
  });

  test("the last commit of a shallow clone has no list, the newer ones do", async () => {
    using scratch = history();
    const copy = join(scratch.directory, "copy.git");
    scratch.git("clone", "-q", "--bare", "--depth=2", `file://${scratch.directory}`, copy);
    const merged = await read(copy);
    expect(merged.map(({ number, files }) => [number, files.known])).toEqual([
      [3, true],
      [2, false],
    ]);
    expect(paths(merged[1])).toContain("shallow");
    expect(readdirSync(copy)).toContain("shallow");
  });
});

test("a history of more than two batches is read whole and in order", async () => {
  using scratch = scratchClone();
  const count = 1300;
  const commits = Array.from({ length: count }, (_, at) => {
    const message = `fix: it (#${at + 1})\n`;
    const by = `committer kimi <kimi@example.test> ${1_780_000_000 + at * 60} +0000`;
    return `commit refs/heads/main\n${by}\ndata ${message.length}\n${message}M 644 inline file\ndata ${`${at}`.length}\n${at}\n`;
  });
  const input = commits.join("\n");
  execFileSync("git", ["-C", scratch.directory, "fast-import", "--quiet"], { input });
  const merged = await read(scratch.directory);
  const numbers = Array.from({ length: count }, (_, at) => count - at);
  expect(merged.map(({ number }) => number)).toEqual(numbers);
  expect(new Set(merged.slice(0, -1).flatMap(paths))).toEqual(new Set(["modified file"]));
});
