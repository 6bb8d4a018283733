import { expect, test } from "vitest";
import { openClone } from "./open-clone.ts";
import type { CommitWindow } from "./read-commits.ts";
import { readOlder } from "./read-older.ts";
import { scratchClone } from "./testing/scratch-clone.ts";
import type { Commit } from "./walk-history.ts";

const ALL: CommitWindow = { since: null, until: null, limit: null };
const minute = (minutes: number) => new Date(Date.UTC(2026, 5, 1, 0, minutes));

function history() {
  const scratch = scratchClone();
  scratch.commit("start");
  scratch.commit("fix: a (#1)\n\nits body");
  scratch.git("checkout", "-q", "-b", "side");
  scratch.commit("work");
  scratch.git("checkout", "-q", "main");
  scratch.merge("side", "Merge pull request #2 from owner/side\n\nthe title");
  scratch.commit("pushed");
  scratch.commit("fix: b (#3)");
  return scratch;
}

async function read(
  directory: string,
  window: Partial<CommitWindow>,
  isWanted: (commit: Commit) => boolean = () => true,
) {
  const clone = await openClone(directory);
  const older = await Array.fromAsync(readOlder(clone, { ...ALL, ...window }, isWanted));
  return older.toSorted((one, other) => one.committedAt.getTime() - other.committedAt.getTime());
}

test("what lies before a window is told by its words, merged pull requests and direct commits", async () => {
  using scratch = history();
  const older = await read(scratch.directory, { since: minute(5) });
  expect(older.map(({ number, title, onLine }) => [number, title, onLine])).toEqual([
    [null, "start", true],
    [1, "fix: a", true],
    [2, "the title", true],
  ]);
  expect(older.find(({ number }) => number === 1)).toMatchObject({
    body: "its body\n",
    committedAt: minute(2),
    sha: scratch.git("rev-parse", "HEAD~3"),
  });
});

test.each([
  ["a limit", { limit: 1 }, [null, 1, 2, null]],
  ["a limit inside a moment", { limit: 2, since: minute(1) }, [null, 1]],
  ["a limit that nothing reaches", { limit: 9 }, [null]],
  ["no limit", {}, []],
])("%s ends where its window begins", async (_name, window, numbers) => {
  using scratch = history();
  const older = await read(scratch.directory, window);
  expect(older.map(({ number }) => number)).toEqual(numbers);
});

test("only what is wanted is read", async () => {
  using scratch = history();
  const older = await read(scratch.directory, { limit: 1 }, ({ number }) => number === 2);
  expect(older.map(({ title }) => title)).toEqual(["the title"]);
});
