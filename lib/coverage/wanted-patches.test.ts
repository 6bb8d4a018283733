import { expect, test } from "vitest";
import { known, unknown } from "#/lib/facts/known.ts";
import { file } from "./testing/file.ts";
import { wantedPatches } from "./wanted-patches.ts";

const wanted = (title: string, paths: readonly string[] | null) =>
  wantedPatches({
    title,
    labels: [],
    headRef: null,
    files: paths === null ? unknown("cut short") : known(paths.map((path) => file(path))),
  });
const many = (count: number) => Array.from({ length: count }, (_, at) => `src/f${at}.go`);

test.each([
  [
    "a fix's tests and the code that they should reach",
    "fix: a",
    ["src/a.go", "src/a_test.go", "b.md"],
    ["src/a_test.go", "src/a.go"],
  ],
  ["the code of a small fix without tests", "fix: a", ["src/a.go", "a.json"], ["src/a.go"]],
  ["nothing of a large fix without tests", "fix: a", many(4), []],
  ["nothing of what is no fix", "feat: a", ["src/a.go", "src/a_test.go"], []],
  ["nothing of tests alone", "fix: a", ["src/a_test.go"], []],
  ["a repair of CI code, since a policy may count it", "fix(ci): a", ["src/a.go"], ["src/a.go"]],
  ["nothing where the files are unknown", "fix: a", null, []],
])("%s", (_name, title, paths, expected) => {
  expect(wanted(title, paths)).toEqual(expected);
});

test("what a person decided to be a fix is read, whatever its title", () => {
  const files = known([file("src/a.go"), file("src/a_test.go")]);
  const pullRequest = { title: "feat: a", labels: [], headRef: null, files };
  expect(wantedPatches(pullRequest)).toEqual([]);
  expect(wantedPatches({ ...pullRequest, asFix: true })).toEqual(["src/a_test.go", "src/a.go"]);
});

test("a change of fifty thousand files asks for a bounded number of patches", () => {
  const paths = Array.from({ length: 50_000 }, (_, at) => `src/f${at}${at % 2 ? "_test" : ""}.go`);
  expect(wanted("fix: a", paths).length).toBeLessThanOrEqual(52);
});
