import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LinePage, LineRequest } from "../forge.ts";
import { at, type CommitForge, commitForge, type Made } from "./testing/commit-forge.ts";

const NONE: LineRequest["merged"] = { shas: new Map(), numbers: new Set() };

async function walk(input: CommitForge, request: Partial<LineRequest> = {}) {
  await using served = await commitForge(input);
  const whole = { branch: "main", from: null, until: null, since: null, merged: NONE, ...request };
  const pages: LinePage[] = await Array.fromAsync(served.forge.directCommits("o/r", whole));
  const shas = pages.flatMap(({ rows }) => rows.map(({ sha }) => sha));
  return { pages, shas, asked: served.asked };
}

/** A line of commits, newest first, each a minute after its parent, with these messages. */
const lineOf = (...messages: string[]): Made[] =>
  messages.map((message, index) => ({
    sha: `c${messages.length - 1 - index}`,
    parents: index === messages.length - 1 ? [] : [`c${messages.length - 2 - index}`],
    minute: messages.length - 1 - index,
    message,
  }));
const pushes = (count: number): Made[] => lineOf(...Array.from({ length: count }, () => "push"));

describe("the line of first parents", () => {
  test("is followed to its first commit, and what was merged into it is left out", async () => {
    const commits: Made[] = [
      { sha: "m", parents: ["b", "t2"], minute: 9, message: "Merge branch 'topic'" },
      { sha: "t2", parents: ["t1"], minute: 8, message: "topic" },
      { sha: "b", parents: ["a"], minute: 5, message: "push" },
      { sha: "t1", parents: ["a"], minute: 7, message: "topic" },
      { sha: "a", parents: [], minute: 1, message: "start" },
    ];
    const { shas, pages } = await walk({ commits, pageMax: 2 });
    expect(shas).toEqual(["m", "b", "a"]);
    expect(pages.map(({ tip, next }) => [tip, next])).toEqual([
      ["m", "b"],
      ["m", null],
    ]);
  });

  test("a merged branch of many commits costs no page of its own", async () => {
    const branch = Array.from({ length: 500 }, (_, index) => ({
      sha: `t${500 - index}`,
      parents: [index === 499 ? "a" : `t${499 - index}`],
      minute: 1000 - index,
      message: "topic",
    }));
    const commits: Made[] = [
      { sha: "m", parents: ["b", "t500"], minute: 2000, message: "Merge branch 'topic'" },
      ...branch,
      { sha: "b", parents: ["a"], minute: 3, message: "push" },
      { sha: "a", parents: [], minute: 1, message: "start" },
    ];
    const { shas, asked } = await walk({ commits, pageMax: 50 });
    expect(shas).toEqual(["m", "b", "a"]);
    expect(asked).toEqual(["main", "b"]);
  });

  test("is the same at every size of a page, however commits are dated and merged", async () => {
    const history = fc
      .array(fc.record({ minute: fc.nat(30), second: fc.option(fc.nat(20)) }), {
        minLength: 1,
        maxLength: 15,
      })
      .map((made) =>
        made.map(({ minute, second }, index): Made => {
          const older = made.length - index - 1;
          const first = older > 0 ? [`c${index + 1}`] : [];
          const merged =
            second !== null && older > 1 ? [`c${index + 2 + (second % (older - 1))}`] : [];
          return { sha: `c${index}`, parents: [...first, ...merged], minute, message: "push" };
        }),
      );
    await fc.assert(
      fc.asyncProperty(history, fc.integer({ min: 1, max: 5 }), async (commits, pageMax) => {
        const { shas } = await walk({ commits, pageMax });
        expect(shas).toEqual(commits.map(({ sha }) => sha));
      }),
      { numRuns: 40 },
    );
  });

  test("goes on at a position, and to an earlier tip alone", async () => {
    const commits = pushes(9);
    const from = { tip: "c8", next: "c5" };
    const { pages, shas } = await walk({ commits, pageMax: 2 }, { from, until: "c2" });
    expect(shas).toEqual(["c5", "c4", "c3"]);
    expect(pages.at(-1)).toMatchObject({ tip: "c8", next: null, metEarlier: true });
  });

  test("where nothing is new one request says so", async () => {
    const { pages, asked } = await walk({ commits: pushes(9), pageMax: 2 }, { until: "c8" });
    expect(pages).toEqual([{ rows: [], tip: "c8", next: null, metEarlier: true }]);
    expect(asked).toEqual(["main"]);
  });

  test("that does not hold the earlier tip any more is walked whole", async () => {
    const { pages, shas } = await walk({ commits: pushes(3), pageMax: 2 }, { until: "gone" });
    expect(shas).toEqual(["c2", "c1", "c0"]);
    expect(pages.at(-1)).toMatchObject({ next: null, metEarlier: false });
  });

  test("a repository without commits has none", async () => {
    const { pages } = await walk({ commits: [], pageMax: 2 });
    expect(pages).toEqual([{ rows: [], tip: null, next: null, metEarlier: false }]);
  });
});

describe("the window", () => {
  test("takes in its beginning, and a walk ends soon behind it", async () => {
    const { shas, asked } = await walk({ commits: pushes(500), pageMax: 20 }, { since: at(470) });
    expect(shas).toHaveLength(30);
    expect(shas.at(-1)).toBe("c470");
    expect(asked).toHaveLength(2);
  });

  test("one commit with a wrong clock's date hides none behind it", async () => {
    const commits = pushes(6).map((each) =>
      each.sha === "c4" ? { ...each, minute: -9999 } : each,
    );
    const { shas } = await walk({ commits, pageMax: 2 }, { since: at(1) });
    expect(shas).toEqual(["c5", "c3", "c2", "c1"]);
  });
});

describe("a list that is not whole", () => {
  test("where rows are left out loses no commit, since the next page begins where this one ends", async () => {
    const spoil = (rows: Made[]) => (rows.length > 1 ? rows.slice(0, -1) : rows);
    const { shas } = await walk({ commits: pushes(7), pageMax: 3, spoil });
    expect(shas).toHaveLength(7);
  });

  test.each<[string, (rows: Made[], asked: string) => Made[]]>([
    ["that is empty before the line ends", (rows, asked) => (asked === "main" ? rows : [])],
    ["that begins with another commit", (rows, asked) => (asked === "main" ? rows : rows.slice(1))],
    ["that is empty though there is a branch", () => []],
  ])("%s is an error and no end", async (_what, spoil) => {
    await expect(walk({ commits: pushes(9), pageMax: 3, spoil })).rejects.toMatchObject({
      name: "ForgeError",
      code: "unavailable",
      message: expect.stringMatching(/does not begin with .*Sync again/),
    });
  });

  test("whose commits are their own ancestors is left", async () => {
    const [first, second] = pushes(2);
    const commits = first && second ? [first, { ...second, parents: [first.sha] }] : [];
    const spoil = (rows: Made[], asked: string) => (asked === "main" ? rows : []);
    await expect(walk({ commits, pageMax: 3, spoil })).rejects.toMatchObject({
      code: "unavailable",
    });
  });
});

describe("what a pull request brought", () => {
  const merged = { shas: new Map([["c1", 7]]), numbers: new Set([7, 8]) };
  const isDirect = async (message: string, parents = ["c0"]) => {
    const commits: Made[] = [
      { sha: "c2", parents, minute: 2, message },
      ...lineOf("start"),
      { sha: "side", parents: [], minute: 1, message: "side" },
    ];
    return (await walk({ commits, pageMax: 9 }, { merged })).shas.includes("c2");
  };

  test.each([
    ["the squash of a known one", "fix: a (#8)\n\nbody", ["c0"], false],
    [
      "the forge's own merge message",
      "Merge pull request 'fix: a' (#8) from a into main",
      ["c0", "side"],
      false,
    ],
    ["a squash of a title that is too long for a line", "fix: a long\ntitle (#8)", ["c0"], false],
    ["a number of no pull request that was merged", "fix: a (#9)", ["c0"], true],
    [
      "a merge of branches that names a pull request",
      "Merge branch 'a', see (#8)",
      ["c0", "side"],
      true,
    ],
    ["a number that only the body names", "fix: a\n\nsee (#8)", ["c0"], true],
    ["no number", "fix: a", ["c0"], true],
    ["no message", "", ["c0"], true],
  ])("%s", async (_what, message, parents, expected) => {
    expect(await isDirect(message, parents)).toBe(expected);
  });

  const rebased = (): CommitForge => {
    const messages = ["push", "step 3", "step 2", "step 1", "step 1", "start"];
    const commits = lineOf(...messages).map((each) =>
      each.message.startsWith("step") ? { ...each, written: each.minute - 100 } : each,
    );
    const steps = commits
      .slice(1, 4)
      .map((each) => ({ ...each, sha: `before ${each.sha}`, minute: -7 }));
    return { commits, pulls: { 7: steps }, pageMax: 9 };
  };
  const byRebase = { shas: new Map([["c4", 7]]), numbers: new Set([7]) };

  test.each([
    [1, 4],
    [2, 2],
    [9, 1],
  ])(
    "all commits of one that was merged by a rebase are its own, in pages of %i",
    async (pageMax, questions) => {
      const { shas, pages, asked } = await walk({ ...rebased(), pageMax }, { merged: byRebase });
      expect(shas).toEqual(["c5", "c1", "c0"]);
      expect(asked.filter((each) => each === "7")).toHaveLength(questions);
      // Broken off among them, the walk begins them anew.
      const inside = pages.filter(({ next }) => next === "c3" || next === "c2");
      expect(inside).toEqual([]);
    },
  );

  test("a walk that goes on at its newest commit knows the others again", async () => {
    const from = { tip: "c5", next: "c4" };
    expect((await walk(rebased(), { merged: byRebase, from })).shas).toEqual(["c1", "c0"]);
  });

  test("one whose commits cannot be told leaves it open, and says which", async () => {
    const walked = walk({ ...rebased(), pulls: {} }, { merged: byRebase });
    await expect(walked).rejects.toMatchObject({
      code: "failed",
      message: expect.stringMatching(/which commits pull request #7 brought.*404/),
    });
  });
});

test("a right that is missing is an error with its status", async () => {
  const walked = walk({ commits: pushes(1), pageMax: 1, spoil: () => 403 });
  await expect(walked).rejects.toMatchObject({ code: "forbidden", status: 403 });
});
