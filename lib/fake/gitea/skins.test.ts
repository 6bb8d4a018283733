import { describe, expect, test } from "vitest";
import { publishedVersions } from "../published.ts";
import { skinOf } from "./skin.ts";
import { asking, CORE, reviewOf, skinnedStore } from "./testing/skinned.ts";

type Row = { number: number; id: number; updated_at: string; user: { id: number; login: string } };

const F16 = "16.0.1+gitea-1.22.0";
const F11 = "11.0.3+gitea-1.22.0";
const forge = (version = "1.27.0", options = {}) => asking(skinnedStore(version), options);
const numbers = (rows: readonly Row[]) => rows.map(({ number }) => number);

describe("the version decides", () => {
  test("what carries +gitea- is Forgejo, and what is no version is refused", () => {
    expect([skinOf({ version: F16 }).isForgejo(16), skinOf({ version: F16 }).isGitea(0)]).toEqual([
      true,
      false,
    ]);
    const gitea = skinOf({ version: "1.25.5" });
    expect([gitea.isGitea(25), gitea.isGitea(26), gitea.isForgejo(0)]).toEqual([
      true,
      false,
      false,
    ]);
    expect(() => skinOf({ version: "newest" })).toThrow(/no version of a forge/);
  });

  test.each(publishedVersions)("%s says its own version", async (version) => {
    expect(await forge(version).read("/version")).toEqual({ version });
  });
});

describe("issues", () => {
  test("without a type both kinds are listed, with one only that", async () => {
    const { ask, core } = forge();
    const count = (query: string) =>
      Number(ask(`${CORE}/issues?state=all${query}`).headers.get("x-total-count"));
    expect(count("")).toBe(core.issues.length + core.pulls.length);
    expect(count("&type=pulls")).toBe(core.pulls.length);
    expect(count("&type=issues")).toBe(core.issues.length);
  });

  test("one of either kind is found by its number, and one that was moved is only gone", async () => {
    const { core, ask, read } = forge();
    expect(await read(`${CORE}/issues/2615`)).toMatchObject({ pull_request: null });
    expect(await read(`${CORE}/issues/2613`)).toMatchObject({ pull_request: { merged: false } });
    core.moved.set(2615, { repository: "molecule-ai/landingpage", number: 9 });
    core.issues = core.issues.filter(({ number }) => number !== 2615);
    expect(ask(`${CORE}/issues/2615`).status).toBe(404);
  });

  test.each([
    ["1.22.6", false],
    ["1.27.0", false],
    [F16, true],
  ])("of %s are sorted when asked: %s", async (version, isSorted) => {
    const { read, core } = forge(version);
    const [oldest] = core.pulls.toSorted((a, b) => a.number - b.number);
    if (oldest) oldest.updatedAt = "2026-06-12T17:59:59Z";
    const rows = await read<Row[]>(`${CORE}/issues?state=all&sort=recentupdate&type=pulls`);
    expect(rows[0]?.number === oldest?.number).toBe(isSorted);
  });

  test("the window includes its own second and drops fractions of one", async () => {
    const { read, core } = forge();
    const [issue] = core.issues;
    if (issue) issue.updatedAt = "2026-06-12T17:59:00Z";
    const since = (at: string) => read<Row[]>(`${CORE}/issues?state=all&type=issues&since=${at}`);
    expect(numbers(await since("2026-06-12T17:59:00Z"))).toEqual([issue?.number]);
    expect(numbers(await since("2026-06-12T17:59:00.900Z"))).toEqual([issue?.number]);
    expect(numbers(await since("2026-06-12T19:59:00%2B02:00"))).toEqual([issue?.number]);
    expect(await since("2026-06-12T17:59:01Z")).toEqual([]);
  });

  test("a comment can be had by its id, and one that is gone cannot", async () => {
    const { ask, read } = forge();
    expect(await read(`${CORE}/issues/comments/25000`)).toMatchObject({
      id: 25_000,
      body: "Soon.",
    });
    expect(ask(`${CORE}/issues/comments/25001`).status).toBe(404);
  });
});

describe("pull requests", () => {
  test.each([
    ["1.22.6", "poster=cr2", false],
    ["1.25.5", "poster=cr2", true],
    ["1.22.6", "base_branch=none", false],
    ["1.25.5", "base_branch=none", true],
    [F16, "base_branch=none", false],
    [F16, "base=none", true],
    ["1.27.0", "base=none", false],
    [F11, "base=none", false],
    ["1.27.0", "since=2030-01-01T00:00:00Z", false],
  ])(
    "of %s: %s is a filter: %s, and what is none is passed over",
    async (version, query, isOne) => {
      const { read } = forge(version);
      const [all, some] = await Promise.all([
        read<Row[]>(`${CORE}/pulls?state=all`),
        read<Row[]>(`${CORE}/pulls?state=all&${query}`),
      ]);
      expect(JSON.stringify(numbers(some)) !== JSON.stringify(numbers(all))).toBe(isOne);
    },
  );

  test.each([
    ["1.22.6", true],
    ["1.25.5", false],
    ["1.27.0", false],
    [F11, true],
    [F16, true],
  ])("in lists of %s have their sizes: %s", async (version, hasSizes) => {
    const { read } = forge(version);
    const [row] = await read<Row[]>(`${CORE}/pulls?state=all`);
    expect("changed_files" in Object(row)).toBe(hasSizes);
    expect(await read(`${CORE}/pulls/${row?.number}`)).toHaveProperty("changed_files");
  });

  test.each([
    ["1.22.6", 500],
    [F11, 500],
    ["1.25.5", 200],
    ["1.27.0", 200],
    [F16, 200],
  ])("%s answers %i for the files of one whose fork was deleted", (version, status) => {
    const { core, ask } = forge(version);
    const pull = core.pulls.find(({ number }) => number === 2608);
    if (pull) pull.headForkDeleted = true;
    expect(ask(`${CORE}/pulls/2608/files`).status).toBe(status);
  });

  test("have the one commit that is their head, with the files of the change", async () => {
    const { core, read } = forge();
    const pull = core.pulls.find(({ number }) => number === 2568);
    type Commit = { sha: string; commit: { message: string }; files: { filename: string }[] };
    const commits = await read<Commit[]>(`${CORE}/pulls/2568/commits`);
    expect(commits.map(({ sha }) => sha)).toEqual([pull?.headSha]);
    expect(commits[0]?.commit.message).toBe(`${pull?.title}\n`);
    const paths = commits[0]?.files.map(({ filename }) => filename);
    expect(paths).toEqual(expect.arrayContaining(pull?.files.map(({ path }) => path) ?? []));
  });
});

describe("reviews", () => {
  test("others' unsent ones are taken out after paging, so that a short page is not the last", async () => {
    const { ask, read } = forge();
    const first = ask(`${CORE}/pulls/2613/reviews?limit=2`);
    expect([first.headers.get("x-total-count"), first.headers.get("link")]).toEqual(["3", null]);
    const pages = [1, 2, 3].map((page) => `${CORE}/pulls/2613/reviews?limit=2&page=${page}`);
    const rows = await Promise.all(pages.map((path) => read<{ state: string }[]>(path)));
    expect(rows.map((page) => page.map(({ state }) => state))).toEqual([
      ["REQUEST_REVIEW"],
      ["APPROVED"],
      [],
    ]);
  });

  test("an unsent one of the viewer's own is shown, and who was asked stands in the pull request", async () => {
    const { store, core, read } = forge();
    core.reviews.push(reviewOf({ id: 80, number: 2608, author: store.viewer, state: "PENDING" }));
    expect(await read(`${CORE}/pulls/2608/reviews`)).toMatchObject([{ state: "PENDING" }]);
    expect(await read(`${CORE}/pulls/2613`)).toMatchObject({
      requested_reviewers: [{ login: "cr2" }],
    });
  });
});

describe("labels", () => {
  test("an organisation's stand in a list of their own, and on the issues that carry them", async () => {
    const { core, ask, read } = forge();
    const [issue] = core.issues;
    issue?.labels.push("area/ci");
    const own = await read<{ name: string }[]>(`${CORE}/labels?limit=50`);
    expect(own.map(({ name }) => name)).not.toContain("area/ci");
    expect(own.map(({ name }) => name)).toEqual(own.map(({ name }) => name).toSorted());
    expect(await read("/orgs/molecule-ai/labels")).toMatchObject([{ id: 900 }]);
    const { labels } = await read<{ labels: { id: number }[] }>(`${CORE}/issues/${issue?.number}`);
    expect(labels.map(({ id }) => id)).toContain(900);
    expect(ask("/orgs/nobody/labels").status).toBe(404);
    expect(ask(`${CORE}/labels?limit=1`).headers.get("link")).toBeNull();
  });
});

describe("branches and their rules", () => {
  test("a list has those with the newest commit first", async () => {
    const { core, read } = forge();
    core.branches.unshift({ name: "aside", files: new Map(), protection: null });
    const names = (await read<{ name: string }[]>(`${CORE}/branches`)).map(({ name }) => name);
    expect(names).toEqual(["main", "aside"]);
  });

  test.each([
    ["1.22.6", []],
    ["1.25.5", ["block_admin_merge_override"]],
    ["1.27.0", ["block_admin_merge_override", "enable_bypass_allowlist"]],
    [F11, ["apply_to_admins"]],
    [F16, ["apply_to_admins"]],
  ])("%s tells of administrators by %j", async (version, fields) => {
    const [rule] = await forge(version).read<object[]>(`${CORE}/branch_protections`);
    const asked = ["apply_to_admins", "block_admin_merge_override", "enable_bypass_allowlist"];
    expect(asked.filter((field) => field in Object(rule))).toEqual(fields);
  });
});

describe("people and moments", () => {
  test("a login that nobody has is a deleted account with a number below zero", async () => {
    const { core, read } = forge(F16);
    const [issue] = core.issues;
    if (issue) issue.author = "left-long-ago";
    expect(await read(`${CORE}/issues/${issue?.number}`)).toMatchObject({
      user: { id: -1, login: "Ghost" },
    });
  });

  test("a server's own time zone stands in its moments, which stay the same moments", async () => {
    const { store, core, read } = forge();
    store.utcOffsetMinutes = -570;
    const [row] = await read<Row[]>(`${CORE}/pulls?state=all`);
    const pull = core.pulls.find(({ number }) => number === row?.number);
    expect(row?.updated_at).toMatch(/-09:30$/);
    expect(Date.parse(row?.updated_at ?? "")).toBe(Date.parse(pull?.updatedAt ?? ""));
  });
});

describe("where things are", () => {
  test("a repository that was renamed, or came from another owner, is redirected with its query", () => {
    const { core, ask } = forge();
    core.formerNames.push("core", "elsewhere/old-core");
    for (const path of ["/repos/molecule-ai/core", "/repos/elsewhere/old-core"]) {
      const answer = ask(`${path}/issues?state=all&page=2`);
      const to = answer.headers.get("location");
      expect([answer.status, to]).toEqual([301, `/api/v1${CORE}/issues?state=all&page=2`]);
    }
  });

  test("by its number it is found under the name that it has now", async () => {
    const { core, read } = forge();
    core.formerNames.push(core.name);
    core.name = "core";
    expect(await read(`/repositories/${core.id}`)).toMatchObject({ full_name: "molecule-ai/core" });
  });

  test("links name another host, and a page is never larger than the server's limit", async () => {
    const { ask, read } = forge("1.22.6", { pageMax: 20 });
    const answer = ask(`${CORE}/pulls?state=all&limit=50`);
    expect(answer.headers.get("link")).toContain("<https://git.molecule-ai.example/api/v1/repos/");
    expect(await answer.json()).toHaveLength(20);
    expect(await read("/settings/api")).toMatchObject({ max_response_items: 20 });
  });

  test("commits have a window from 1.25 on, and older servers pass over it", async () => {
    const path = `${CORE}/commits?sha=main&since=2030-01-01T00:00:00Z`;
    expect(await forge("1.27.0").read(path)).toEqual([]);
    expect(await forge("1.22.6").read(path)).not.toEqual([]);
    expect(await forge(F16).read(path)).not.toEqual([]);
  });
});

describe("a token without the right", () => {
  const text = "token does not have at least one of required scope(s)";

  test.each([
    ["1.22.6", `${text}: [read:issue]`],
    ["1.27.0", `${text}, required=[read:issue], token scope=read:repository,write:user`],
    [F16, `${text}: [read:issue]`],
  ])("of %s is told which one: %s", async (version, message) => {
    const { store, ask } = forge(version);
    store.scopes = ["read:repository", "write:user"];
    const refused = ask(`${CORE}/issues`);
    expect([refused.status, (await refused.json()).message]).toEqual([403, message]);
  });

  test.each([
    ["GET", "/version", 200],
    ["GET", "/user", 200],
    ["GET", `${CORE}/pulls`, 200],
    ["GET", `${CORE}/pulls/2613/reviews`, 200],
    ["GET", `${CORE}/actions/runs`, 200],
    ["GET", `${CORE}/labels`, 403],
    ["GET", `${CORE}/issues/comments`, 403],
    ["GET", "/repos/issues/search", 403],
    ["GET", "/orgs/molecule-ai/labels", 403],
    // It only reads, but the method says that it writes.
    ["POST", `${CORE}/file-contents`, 403],
  ])("that may read repositories and write users: %s %s answers %i", (method, path, status) => {
    const { store, ask } = forge();
    store.scopes = ["read:repository", "write:user"];
    const body = JSON.stringify({ files: ["README.md"] });
    expect(ask(path, { method, body }).status).toBe(status);
  });
});
