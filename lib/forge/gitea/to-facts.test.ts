import { describe, expect, test } from "vitest";
import { parse } from "./parse.ts";
import * as schema from "./schema.ts";
import {
  toChangedFile,
  toComment,
  toDirectCommit,
  toIssue,
  toPullRequest,
  toRepository,
} from "./to-facts.ts";

const common = {
  id: 9001,
  number: 7,
  title: "t",
  body: null,
  state: "closed",
  user: { id: -1, login: "Ghost" },
  labels: null,
  created_at: "2026-06-01T02:00:00+02:00",
  updated_at: "2026-06-02T00:00:00Z",
  closed_at: null,
  html_url: "https://f/o/r/issues/7",
};
const issueOf = (fields: object) =>
  toIssue(parse(schema.Issue, { ...common, ...fields }, "an issue"));
const pull = {
  ...common,
  merged: true,
  base: { ref: "main" },
  head: { ref: "topic", sha: "abc" },
  merge_commit_sha: "def",
  merged_at: "2026-06-02T00:00:00Z",
};
const pullOf = (fields: object) =>
  toPullRequest(parse(schema.PullRequest, { ...pull, ...fields }, "a pull request"));

describe("an issue", () => {
  test.each([
    ["an offset is read as its moment", {}, { createdAt: new Date("2026-06-01T00:00:00Z") }],
    ["a deleted account is the forge's Ghost", {}, { author: "Ghost" }],
    ["no account at all is not known", { user: null }, { author: null }],
    ["no labels are none", {}, { labels: [] }],
    ["labels are sorted", { labels: [{ name: "b" }, { name: "a" }] }, { labels: ["a", "b"] }],
    ["never closed", {}, { closedAt: null }],
    ["the zero date means never", { closed_at: "0001-01-01T00:00:00Z" }, { closedAt: null }],
    ["the epoch means never", { closed_at: "1970-01-01T00:00:00Z" }, { closedAt: null }],
    ["a body that was not sent is not an empty one", {}, { body: null }],
    ["an empty body is one", { body: "" }, { body: "" }],
  ])("%s", (_what, fields, expected) => {
    expect(issueOf(fields)).toMatchObject(expected);
  });

  test("a field that is not as published is named", () => {
    expect(() => issueOf({ updated_at: "yesterday" })).toThrow(/for an issue.*updated_at/);
    expect(() => issueOf({ state: "merged" })).toThrow(/state.*Is this a Gitea or Forgejo address/);
  });
});

describe("a pull request", () => {
  test.each([
    ["merged", {}, { state: "merged", mergeSha: "def", files: null }],
    ["closed without a merge", { merged: false }, { state: "closed", mergedAt: null }],
    ["open", { merged: false, state: "open", merged_at: null }, { state: "open", mergedAt: null }],
    ["whose fork is gone", { head: null }, { headRef: null, headSha: null }],
    ["that is merged on the zero date", { merged_at: "0001-01-01T00:00:00Z" }, { mergedAt: null }],
  ])("%s", (_what, fields, expected) => {
    expect(pullOf(fields)).toMatchObject(expected);
  });
});

describe("a changed file", () => {
  const file = { filename: "a", status: "added", additions: 1, deletions: 0 };
  test.each([
    ["added", "added"],
    ["deleted", "removed"],
    ["removed", "removed"],
    ["changed", "modified"],
    ["modified", "modified"],
    ["renamed", "renamed"],
    ["copied", "copied"],
    ["unchanged", "changed"],
    ["something of a later version", "changed"],
  ])("the forge's %s is our %s", (status, ours) => {
    expect(toChangedFile({ ...file, status }).status).toBe(ours);
  });

  test("of a rename the path is the new one; an empty old one is none", () => {
    const renamed = toChangedFile({ ...file, status: "renamed", previous_filename: "old" });
    expect([renamed.path, renamed.previousPath]).toEqual(["a", "old"]);
    expect(toChangedFile({ ...file, previous_filename: "" }).previousPath).toBeNull();
  });
});

describe("a comment", () => {
  const comment = { ...common, body: "b", issue_url: "", pull_request_url: "" };
  const of = (fields: object) =>
    toComment(parse(schema.Comment, { ...comment, ...fields }, "a comment"));
  test.each([
    ["of an issue", { issue_url: "https://f/o/r/issues/12" }, 12],
    ["of a pull request", { pull_request_url: "https://f/o/r/pulls/13" }, 13],
    ["that only its page tells", { html_url: "https://f/o/r/issues/14#issuecomment-9" }, 14],
  ])("%s has its number", (_what, fields, number) => {
    expect(of(fields).number).toBe(number);
  });

  test("one that belongs to nothing is an error that names it", () => {
    expect(() => of({ html_url: "https://f/o/r" })).toThrow(
      /Comment 9001 does not say which issue/,
    );
  });
});

describe("a commit", () => {
  const of = (message: string, fields: object = {}) => {
    const person = { name: "Kimi", date: "2026-06-01T02:00:00+02:00" };
    const commit = { message, author: person, committer: person };
    const row = { sha: "a", parents: [], author: null, commit, ...fields };
    return toDirectCommit(parse(schema.Commit, row, "a commit"));
  };
  test.each([
    ["of a title alone", "fix: a\n", "fix: a", ""],
    ["of a title and a body", "fix: a\n\nwhy\n\nsince\n", "fix: a", "why\n\nsince"],
    ["of a title on two lines", "fix: a\nlong one\n\nwhy", "fix: a long one", "why"],
    ["with the line ends of another system", "fix: a\r\n\r\nwhy\r\n", "fix: a", "why"],
    ["with lines before its title", "\n\nfix: a\n", "fix: a", ""],
    ["without any message", "", "", ""],
  ])("%s", (_what, message, title, body) => {
    expect(of(message)).toMatchObject({ title, body });
  });

  test("is by its account, else by the name that it carries, else by nobody", () => {
    expect(of("a", { author: { login: "kimi" } }).author).toBe("kimi");
    expect(of("a").author).toBe("Kimi");
    const committer = { date: "2026-06-01T00:00:00Z" };
    expect(of("a", { commit: { message: "a", author: null, committer } }).author).toBeNull();
  });

  test("is dated by who put it on the branch", () => {
    expect(of("a").committedAt).toEqual(new Date("2026-06-01T00:00:00Z"));
  });

  test("without its parents is not read as the first one", () => {
    expect(() => of("a", { parents: null })).toThrow(/parents/);
  });
});

test("a repository keeps the forge's own id as text", () => {
  const row = { id: 11, full_name: "o/r", default_branch: "main", html_url: null };
  expect(toRepository(parse(schema.Repository, row, "a repository"))).toEqual({
    externalId: "11",
    fullName: "o/r",
    defaultBranch: "main",
    url: null,
  });
});
