import { expect, test } from "vitest";
import { known, unknown } from "#/lib/facts/known.ts";
import type { MergedPullRequest } from "#/lib/store/load-merged.ts";
import { markUnread } from "./mark-unread.ts";
import { added, mergedRow } from "./testing/rows.ts";

const pullRequest = (title: string, files: MergedPullRequest["files"]) =>
  mergedRow(1, { title, files });

const patchesOf = ({ files }: MergedPullRequest) =>
  files.known ? files.value.map(({ path, patch }) => [path, patch]) : files;

test("a patch that the engine reads and that is not held is unknown with the reason, the others are left as they are", () => {
  const held = { ...added("a.go"), patch: known("@@") };
  const gone = { ...added("b_test.go"), patch: unknown("gone") };
  const files = known([held, gone, added("c_test.go"), added("README.md")]);
  const fix = pullRequest("fix(core): a", files);
  expect(patchesOf(markUnread(fix, { asFix: false, refusal: null }))).toEqual([
    ["a.go", known("@@")],
    ["b_test.go", unknown("gone")],
    ["c_test.go", unknown("The patch of this file was not read yet.")],
    ["README.md", undefined],
  ]);
  expect(patchesOf(markUnread(fix, { asFix: false, refusal: "refused" }))).toContainEqual([
    "c_test.go",
    unknown("refused"),
  ]);
});

test.each([
  ["no fix", pullRequest("feat(core): a", known([added("a.go"), added("a_test.go")]))],
  ["one whose files are unknown", pullRequest("fix(core): a", unknown("cut short"))],
])("%s stays as it is", (_what, row) => {
  expect(markUnread(row, { asFix: false, refusal: "refused" })).toBe(row);
});
