import { describe, expect, test } from "vitest";
import type { LineRequest } from "../forge.ts";
import { gitForge } from "./git-forge.ts";
import { scratchClone } from "./testing/scratch-clone.ts";

async function read(directory: string, request: Partial<LineRequest> = {}) {
  const merged = { shas: new Map<string, number>(), numbers: new Set<number>() };
  const whole = { branch: "main", from: null, until: null, since: null, merged, ...request };
  const pages = await Array.fromAsync(gitForge(directory).directCommits("", whole));
  return { pages, titles: pages.flatMap(({ rows }) => rows.map(({ title }) => title)) };
}

function pushed(...messages: string[]) {
  const scratch = scratchClone();
  const shas = messages.map((message) => scratch.commit(message));
  return { ...scratch, shas };
}

describe("the direct commits of a clone", () => {
  test("are those on the line of first parents that brought no pull request, with their words", async () => {
    using scratch = pushed("start", "fix: squashed (#1)", "hotfix: pushed\n\nin a hurry");
    const { pages } = await read(scratch.directory);
    expect(pages).toMatchObject([{ tip: scratch.shas[2], next: null, metEarlier: false }]);
    expect(pages[0]?.rows).toEqual([
      {
        sha: scratch.shas[2],
        title: "hotfix: pushed",
        body: "in a hurry",
        author: "kimi",
        url: null,
        committedAt: new Date("2026-06-01T00:03:00Z"),
      },
      expect.objectContaining({ title: "start", body: "" }),
    ]);
  });

  test("are those above the earlier tip alone, and none where it is the tip", async () => {
    using scratch = pushed("one", "two", "three");
    const [, two = "", three = ""] = scratch.shas;
    const above = await read(scratch.directory, { until: two });
    expect(above.titles).toEqual(["three"]);
    expect(above.pages.at(-1)?.metEarlier).toBe(true);
    const idle = await read(scratch.directory, { until: three });
    expect(idle.pages).toEqual([{ rows: [], tip: three, next: null, metEarlier: true }]);
  });

  test.each([
    ["was merged in and is not on the line", "side"],
    ["is not in the clone any more", "0".repeat(40)],
  ])("are all read where the earlier tip %s", async (_what, until) => {
    using scratch = pushed("one");
    scratch.git("checkout", "-q", "-b", "side");
    const side = scratch.commit("side");
    scratch.git("checkout", "-q", "main");
    scratch.commit("two");
    scratch.merge("side", "Merge branch 'side'");
    const { titles, pages } = await read(scratch.directory, {
      until: until === "side" ? side : until,
    });
    expect(titles).toEqual(["Merge branch 'side'", "two", "one"]);
    expect(pages.at(-1)?.metEarlier).toBe(false);
  });

  test("come in pages of which the last alone says that it is", async () => {
    using scratch = pushed("one");
    const input = Array.from({ length: 1000 }, (_, index) => importOf(index)).join("");
    scratch.write(".git/import", input);
    scratch.git("-c", "alias.load=!git fast-import --quiet < .git/import", "load");
    const { pages, titles } = await read(scratch.directory);
    expect(titles).toHaveLength(1001);
    expect(pages.map(({ rows, next }) => [rows.length, next === null])).toEqual([
      [1000, false],
      [1, true],
    ]);
  });
});

const importOf = (index: number): string =>
  `commit refs/heads/main\ncommitter k <k@f.example> ${1_790_000_000 + index} +0000\ndata 4\npush\n${index === 0 ? "from refs/heads/main^0\n" : ""}\n`;

describe("a shallow clone", () => {
  const shallowOf = (directory: string) => {
    const copy = scratchClone();
    copy.git("fetch", "-q", "--depth=2", `file://${directory}`, "main");
    copy.git("reset", "-q", "--hard", "FETCH_HEAD");
    return copy;
  };

  test("that reaches to the window gives what is in it", async () => {
    using scratch = pushed("one", "two", "three", "four");
    using copy = shallowOf(scratch.directory);
    const since = new Date("2026-06-01T00:04:00Z");
    expect((await read(copy.directory, { since })).titles).toEqual(["four"]);
  });

  test.each([
    ["at its last commit, before which there may be more", new Date("2026-06-01T00:03:00Z")],
    ["before it", new Date("2026-06-01T00:02:00Z")],
    ["nowhere", null],
  ])("whose window begins %s cannot tell them", async (_where, since) => {
    using scratch = pushed("one", "two", "three", "four");
    using copy = shallowOf(scratch.directory);
    await expect(read(copy.directory, { since })).rejects.toThrow(
      /shallow and ends inside the window.*--unshallow/,
    );
  });
});
