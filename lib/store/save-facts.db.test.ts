import { beforeAll, describe, expect, test } from "vitest";
import type { CommentFact } from "#/lib/facts/comment.ts";
import type { IssueFact } from "#/lib/facts/issue.ts";
import { known, unknown } from "#/lib/facts/known.ts";
import type { PullRequestFact } from "#/lib/facts/pull-request.ts";
import { db, inTransaction } from "./db.ts";
import { saveChangedFiles } from "./save-changed-files.ts";
import { saveComments } from "./save-comments.ts";
import { saveIssues } from "./save-issues.ts";
import { savePullRequests } from "./save-pull-requests.ts";
import { saveRepository } from "./save-repository.ts";
import { saveWorkflowFiles } from "./save-workflow-files.ts";

let repositoryId: number;
beforeAll(async () => {
  const source = await db.source.create({ data: { name: "s", kind: "git", url: "/" } });
  repositoryId = await saveRepository(db, source.id, {
    externalId: "1",
    fullName: "a/b",
    defaultBranch: "main",
    url: null,
  });
});

const early = new Date("2026-06-01T00:00:00Z");
const late = new Date("2026-06-02T00:00:00Z");

const common = (number: number, title: string, updatedAt: Date) => ({
  externalId: `${number}`,
  number,
  title,
  body: null,
  author: null,
  labels: [],
  createdAt: early,
  updatedAt,
  url: null,
});
const issue = (number: number, title: string, updatedAt = early): IssueFact => ({
  ...common(number, title, updatedAt),
  state: "open",
  closedAt: null,
});
const pull = (
  number: number,
  title: string,
  { updatedAt = early, mergeSha = "aaa" }: { updatedAt?: Date; mergeSha?: string } = {},
): PullRequestFact => ({
  ...common(number, title, updatedAt),
  state: "merged",
  baseRef: "main",
  headRef: null,
  headSha: null,
  mergeSha,
  mergedAt: early,
});
const comment = (body: string, updatedAt = early): CommentFact => ({
  externalId: "7",
  number: 1,
  author: null,
  body,
  createdAt: early,
  updatedAt,
  url: null,
});
const file = (path: string) => ({
  path,
  previousPath: null,
  status: "added" as const,
  additions: 1,
  deletions: 0,
});

const titleOf = async (number: number) =>
  (await db.issue.findFirstOrThrow({ where: { repositoryId, number } })).title;
const pullOf = (number: number) =>
  db.pullRequest.findFirstOrThrow({ where: { repositoryId, number }, include: { files: true } });

describe("an older reading never overwrites a newer one", () => {
  test("of an issue", async () => {
    await saveIssues(db, repositoryId, [issue(1, "new", late)]);
    await saveIssues(db, repositoryId, [issue(1, "old", early)]);
    expect(await titleOf(1)).toBe("new");
    await saveIssues(db, repositoryId, [issue(1, "same second", late)]);
    expect(await titleOf(1)).toBe("same second");
  });

  test("of a pull request", async () => {
    await savePullRequests(db, repositoryId, [pull(2, "new", { updatedAt: late })]);
    await savePullRequests(db, repositoryId, [pull(2, "old")]);
    expect((await pullOf(2)).title).toBe("new");
  });

  test("of a comment", async () => {
    await saveComments(db, repositoryId, [comment("new", late)]);
    await saveComments(db, repositoryId, [comment("old")]);
    const held = await db.comment.findMany({ where: { repositoryId } });
    expect(held.map(({ body }) => body)).toEqual(["new"]);
  });

  test("of one row that is on a page twice the last stands", async () => {
    await saveIssues(db, repositoryId, [issue(3, "first"), issue(3, "second")]);
    expect(await titleOf(3)).toBe("second");
  });
});

describe("text that is hostile to a database survives", () => {
  const texts = [
    ["a NUL byte becomes a replacement character", "a\0b", "a\uFFFDb"],
    ["half a surrogate pair becomes one too", "a\uD800b", "a\uFFFDb"],
    ["quotes and a backslash", `'"\\`, `'"\\`],
    ["SQL and a placeholder", "'); drop table issue; -- $1", "'); drop table issue; -- $1"],
    ["what looks like an escaped NUL", "\\u0000", "\\u0000"],
    ["braces, commas and NULL of array syntax", '{NULL,"a,b"}', '{NULL,"a,b"}'],
    ["an emoji and letters from right to left", "😀 אב", "😀 אב"],
  ] as const;

  test.each(texts)("%s", async (_name, text, stored) => {
    await saveIssues(db, repositoryId, [
      { ...issue(4, text, late), labels: [text, "x"], body: text },
    ]);
    const row = await db.issue.findFirstOrThrow({ where: { repositoryId, number: 4 } });
    expect([row.title, row.body, row.labels]).toEqual([stored, stored, [stored, "x"]]);
    await saveComments(db, repositoryId, [comment(text, late)]);
    expect((await db.comment.findFirstOrThrow({ where: { repositoryId } })).body).toBe(stored);
    await savePullRequests(db, repositoryId, [pull(5, text, { updatedAt: late })]);
    await saveChangedFiles(db, repositoryId, [{ number: 5, files: known([file(text)]) }]);
    expect((await pullOf(5)).files.map(({ path }) => path)).toEqual([stored]);
    await inTransaction((tx) => saveWorkflowFiles(tx, repositoryId, [{ path: "w.yml", text }]));
    expect((await db.workflowFile.findFirstOrThrow({ where: { repositoryId } })).text).toBe(stored);
  });
});

describe("the files of a pull request", () => {
  test("a new list takes the place of the old, and what stayed the same is not written again", async () => {
    await savePullRequests(db, repositoryId, [pull(6, "six")]);
    await saveChangedFiles(db, repositoryId, [{ number: 6, files: known([file("a"), file("b")]) }]);
    const versionOf = async () => {
      const rows = await db.$queryRaw<{ version: string }[]>`
        select xmin::text as version from changed_file where number = 6 and path = 'a'`;
      return rows[0]?.version;
    };
    const version = await versionOf();
    await saveChangedFiles(db, repositoryId, [{ number: 6, files: known([file("a"), file("c")]) }]);
    expect((await pullOf(6)).files.map(({ path }) => path).toSorted()).toEqual(["a", "c"]);
    expect(await versionOf()).toBe(version);
  });

  test("an unknown list is not an empty one", async () => {
    await savePullRequests(db, repositoryId, [pull(8, "eight"), pull(9, "nine")]);
    await saveChangedFiles(db, repositoryId, [
      { number: 8, files: unknown("gone") },
      { number: 9, files: known([]) },
    ]);
    expect(await pullOf(8)).toMatchObject({ filesKnown: false, filesWhy: "gone" });
    expect(await pullOf(9)).toMatchObject({ filesKnown: true, filesWhy: null });
  });

  test("stay known when the title changes, and are to be asked again when the merge is another commit", async () => {
    await savePullRequests(db, repositoryId, [pull(10, "ten")]);
    await saveChangedFiles(db, repositoryId, [{ number: 10, files: known([file("a")]) }]);
    await savePullRequests(db, repositoryId, [pull(10, "renamed", { updatedAt: late })]);
    expect(await pullOf(10)).toMatchObject({ title: "renamed", filesKnown: true });
    await savePullRequests(db, repositoryId, [
      pull(10, "renamed", { updatedAt: late, mergeSha: "bbb" }),
    ]);
    expect(await pullOf(10)).toMatchObject({ filesKnown: false, filesWhy: null });
  });
});
