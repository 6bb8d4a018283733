import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { OrphansView } from "#/lib/contract/gates.ts";
import { countOrphans, prepareOrphans } from "./prepare-orphans.ts";
import { sayOrphans } from "./say-orphans.ts";

type Tests = OrphansView["tests"];
const NONE = "No job names it.";
const one = (path: string, state: Tests[number]["state"] = "orphan", why = NONE) => ({
  path,
  state,
  why,
});

describe("prepareOrphans", () => {
  test("groups by state and folder, and says a shared reason once", () => {
    const tests = [
      one("a/y_test.go", "off_pull_requests", "Only x runs it."),
      one("b/two_test.go"),
      one("b/one_test.go"),
      one("root_test.go"),
    ];
    expect(prepareOrphans(tests)).toEqual([
      {
        state: "orphan",
        count: 3,
        left: 0,
        folders: [
          { folder: "", why: NONE, files: [{ name: "root_test.go", why: null }] },
          {
            folder: "b/",
            why: NONE,
            files: [
              { name: "two_test.go", why: null },
              { name: "one_test.go", why: null },
            ],
          },
        ],
      },
      {
        state: "off_pull_requests",
        count: 1,
        left: 0,
        folders: [
          { folder: "a/", why: "Only x runs it.", files: [{ name: "y_test.go", why: null }] },
        ],
      },
    ]);
  });

  test("each says its own reason where they differ", () => {
    const [group] = prepareOrphans([one("a/x", "unclear", "x?"), one("a/y", "unclear", "y?")]);
    expect(group?.folders).toEqual([
      {
        folder: "a/",
        why: null,
        files: [
          { name: "x", why: "x?" },
          { name: "y", why: "y?" },
        ],
      },
    ]);
  });

  test("lists a thousand and counts all", () => {
    const tests = Array.from({ length: 1203 }, (_, at) => one(`d/${at}_test.go`));
    const [group] = prepareOrphans(tests);
    expect([group?.count, group?.left, group?.folders[0]?.files.length]).toEqual([1203, 203, 1000]);
  });

  test("loses no test and names none twice", () => {
    const path = fc.array(fc.constantFrom("a", "b", "c.go"), { minLength: 1, maxLength: 4 });
    const state = fc.constantFrom(...(["orphan", "off_pull_requests", "unclear"] as const));
    const tests = fc.uniqueArray(
      fc.record({ path: path.map((parts) => parts.join("/")), state, why: fc.constant(NONE) }),
      { selector: (each) => each.path },
    );
    fc.assert(
      fc.property(tests, (given) => {
        const listed = prepareOrphans(given).flatMap(({ folders }) =>
          folders.flatMap(({ folder, files }) => files.map(({ name }) => folder + name)),
        );
        expect(listed.toSorted()).toEqual(given.map((each) => each.path).toSorted());
      }),
    );
  });
});

describe("the head of the section", () => {
  const view = (alias: string, tests: Tests, why: string | null = null) => ({ alias, why, tests });

  test("adds up what is known and says of how many it is not", () => {
    const views = [
      view("a", [one("x"), one("y", "unclear")]),
      view("b", [one("z", "off_pull_requests")]),
      view("c", [], "not read"),
    ];
    expect(countOrphans(views)).toEqual({ orphan: 1, off_pull_requests: 1, unclear: 1 });
    expect(sayOrphans(views)).toBe(
      "1 test file that no job runs, 1 only off pull requests, 1 cannot be told, 1 repository not counted.",
    );
  });

  test("says no number where nothing is known", () => {
    expect(countOrphans([view("a", [], "not read")])).toBeNull();
    expect(sayOrphans([view("a", [], "not read")])).toBe("Not known of any repository.");
  });
});
