import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { change } from "#/lib/fake/change.ts";
import { githubForge } from "./github-forge.ts";
import { CORE, servedForge } from "./testing/served-forge.ts";

const numbers = (rows: readonly { number: number }[]) => rows.map(({ number }) => number);
const byTime = (rows: readonly { createdAt: string; number: number; id: number }[]) =>
  numbers(
    rows.toSorted((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt) || b.id - a.id),
  );

describe("streams", () => {
  test("give every issue and pull request once, the newest first", async () => {
    await using site = await servedForge();
    const issues = await site.walk("issues");
    const pulls = await site.walk("pulls");
    expect(numbers(issues.rows)).toEqual(byTime(site.core.issues));
    expect(numbers(pulls.rows)).toEqual(byTime(site.core.pulls));
    expect(issues.pages[0]?.total).toBe(site.core.issues.length);
    expect(pulls.pages[0]?.total).toBe(site.core.pulls.length);
  });

  test("bring a pull request with its files and reviews, 25 with one question", async () => {
    await using site = await servedForge();
    const [pull] = site.core.pulls;
    if (!pull) throw new Error("The sample has no pull request.");
    change.review(at(site, pull.number), { author: "kimi", state: "APPROVED", body: "" });
    const { rows, pages } = await site.walk("pulls");
    expect(pages).toHaveLength(Math.ceil(site.core.pulls.length / 25));
    expect(rows.find(({ number }) => number === pull.number)).toMatchObject({
      externalId: String(pull.pullId),
      title: pull.title,
      state: "merged",
      mergeSha: pull.mergeSha,
      headSha: pull.headSha,
      baseRef: "main",
      files: {
        known: true,
        value: pull.files.map(({ path, additions }) => ({ path, additions, previousPath: null })),
      },
      reviews: {
        known: true,
        value: [{ author: "kimi", state: "approved", official: null, stale: false }],
      },
    });
  });

  test("tell the forge's clock and not ours", async () => {
    await using site = await servedForge();
    const { pages } = await site.walk("labels");
    expect(pages[0]?.serverTime).toEqual(new Date(site.store.clock.now()));
  });

  test("give labels with their colours", async () => {
    await using site = await servedForge();
    const { rows } = await site.walk("labels");
    expect(rows.map(({ name }) => name)).toEqual(
      site.core.labels.map(({ name }) => name).toSorted(),
    );
    expect(rows.every(({ color }) => color === null || /^[0-9a-f]{6}$/.test(color))).toBe(true);
  });
});

const at = ({ store, core }: Awaited<ReturnType<typeof servedForge>>, number: number) => ({
  store,
  repository: core,
  number,
});

describe("what changed", () => {
  test("costs one request where nothing did", async () => {
    await using site = await servedForge();
    site.store.clock.advance(3600);
    const before = site.forge.requests();
    const { rows } = await site.walk("changes", new Date(site.store.clock.now()));
    expect(rows).toEqual([]);
    expect(site.forge.requests() - before).toBe(1);
  });

  test("is the issue and the pull request that did, with one request", async () => {
    await using site = await servedForge();
    const [issue, pull] = [site.core.issues.at(-1), site.core.pulls[0]];
    if (!issue || !pull) throw new Error("The sample has no rows.");
    site.store.clock.advance(3600);
    const since = new Date(site.store.clock.now());
    site.store.clock.advance(1);
    change.retitle(at(site, issue.number), "Another title");
    change.retitle(at(site, pull.number), "fix: another title");
    const { rows, pages } = await site.walk("changes", since);
    expect(rows).toMatchObject([
      { kind: "pull", pull: { number: pull.number, title: "fix: another title" } },
      { kind: "issue", issue: { number: issue.number, title: "Another title" } },
    ]);
    expect(pages).toHaveLength(1);
  });

  test("is everything since the beginning, each row once", async () => {
    await using site = await servedForge();
    const { rows } = await site.walk("changes", new Date(0));
    const told = rows.map((row) =>
      row.kind === "issue" ? row.issue.number : row.kind === "pull" ? row.pull.number : 0,
    );
    const due = numbers([...site.core.issues, ...site.core.pulls]);
    expect(told.toSorted((a, b) => a - b)).toEqual(due.toSorted((a, b) => a - b));
  });

  test("needs a moment", async () => {
    await using site = await servedForge();
    await expect(site.walk("changes")).rejects.toThrow(/since a moment/);
  });
});

describe("a forge that finds a page too heavy", () => {
  test("is asked for fewer rows at once, and all of them come", async () => {
    await using site = await servedForge();
    site.skin.rowsMax = 40;
    const { rows, poison } = await site.walk("pulls");
    expect(numbers(rows)).toEqual(byTime(site.core.pulls));
    expect(poison).toEqual([]);
  });

  test("with a gateway that gives up is asked twice at each size, and once with the lightest question", async () => {
    await using site = await servedForge();
    // A page of 25 could give 1 + 25 rows and four lists in each.
    site.skin.timesOutAboveRows = 4000;
    const { rows } = await site.walk("pulls");
    expect(numbers(rows)).toEqual(byTime(site.core.pulls));
    const pages = await site.walk("pulls");
    const [first] = pages.pages;
    expect(first?.next).toMatchObject({ size: 12 });
    expect(site.forge.requests()).toBe(2 * (pages.pages.length + 3));
  });

  test("and cannot give one row at all, gives the others: that one is told", async () => {
    await using site = await servedForge();
    const bad = site.core.pulls[30]?.number ?? 0;
    site.skin.broken = [{ number: bad, field: "files" }];
    const { rows, poison } = await site.walk("pulls");
    expect(numbers(rows)).toEqual(byTime(site.core.pulls).filter((number) => number !== bad));
    expect(poison).toMatchObject([{ number: bad, at: `#${bad} of ${CORE}` }]);
  });

  test("tells the poison among what changed too, and every issue", async () => {
    await using site = await servedForge();
    const bad = site.core.pulls[3]?.number ?? 0;
    site.skin.broken = [{ number: bad, field: "title" }];
    const { rows, poison } = await site.walk("changes", new Date(0));
    expect(numbers(poison.map(({ number }) => ({ number: number ?? 0 })))).toEqual([bad]);
    const due = site.core.issues.length + site.core.pulls.length - 1;
    expect(rows).toHaveLength(due);
  });
});

describe("one row", () => {
  test("is the issue or the pull request as it is now, with one request", async () => {
    await using site = await servedForge();
    const [issue, pull] = [site.core.issues[0], site.core.pulls[0]];
    if (!issue || !pull) throw new Error("The sample has no rows.");
    const told = await site.forge.one(CORE, pull.number);
    expect(told).toMatchObject({ kind: "pull", pull: { number: pull.number, title: pull.title } });
    expect(await site.forge.one(CORE, issue.number)).toMatchObject({
      kind: "issue",
      issue: { externalId: String(issue.id), state: issue.state },
    });
    expect(site.forge.requests()).toBe(2);
  });

  test("that was deleted is gone, and one that never was too", async () => {
    await using site = await servedForge();
    const number = site.core.issues[0]?.number ?? 0;
    change.remove(at(site, number));
    expect(await site.forge.one(CORE, number)).toMatchObject({ kind: "gone" });
    expect(await site.forge.one(CORE, 99_999)).toEqual({ kind: "gone", status: 404 });
  });

  test("that was moved says where to", async () => {
    await using site = await servedForge();
    const number = site.core.issues[0]?.number ?? 0;
    const [, other] = site.store.repositories;
    if (!other) throw new Error("The sample has one repository.");
    change.transfer(at(site, number), other);
    const told = await site.forge.one(CORE, number);
    expect(told).toMatchObject({ kind: "moved", to: expect.stringContaining(other.name) });
  });

  test("of a repository that cannot be seen is not gone: that fails", async () => {
    await using site = await servedForge();
    await expect(site.forge.one("molecule-ai/nothing", 1)).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(site.forge.comment("molecule-ai/nothing", "1")).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("a comment by its id, gone where it was deleted", async () => {
    await using site = await servedForge();
    const [row] = site.core.comments;
    if (!row) throw new Error("The sample has no comment.");
    const id = String(row.id);
    expect(await site.forge.comment(CORE, id)).toMatchObject({
      externalId: id,
      number: row.number,
      body: row.body,
    });
    change.deleteComment(at(site, row.number), row.id);
    expect(await site.forge.comment(CORE, id)).toBe("gone");
  });
});

describe("a repository", () => {
  test("is found by the name that it had before, with the same id", async () => {
    await using site = await servedForge();
    const before = await site.forge.repository(CORE);
    change.rename(at(site, 0), "core");
    expect(await site.forge.repository(CORE)).toEqual({
      ...before,
      fullName: "molecule-ai/core",
      url: before.url?.replace("molecule-core", "core"),
    });
    expect((await site.walk("issues")).rows).toHaveLength(site.core.issues.length);
  });

  test("says how many rows it has with one request, and why not how many comments", async () => {
    await using site = await servedForge();
    expect(await site.forge.counts(CORE)).toEqual({
      issues: { known: true, value: site.core.issues.length },
      pulls: { known: true, value: site.core.pulls.length },
      comments: { known: false, why: "GitHub does not count the comments of a repository." },
    });
    expect(site.forge.requests()).toBe(1);
  });

  test.each(["molecule-core", "a/b/c", "../user", "", "/"])(
    "%j is no name of one",
    async (name) => {
      await using site = await servedForge();
      await expect(site.forge.repository(name)).rejects.toThrow(/owner\/name/);
      expect(site.forge.requests()).toBe(0);
    },
  );
});

describe("a limit that is used up", () => {
  test.each(["RATE_LIMITED", "RATE_LIMIT"] as const)(
    "is told as %s inside an answer that says 200, with when to ask again",
    async (limitWord) => {
      await using site = await servedForge({ skin: { limitWord } });
      site.skin.graphql.used = site.skin.graphql.limit;
      const seen: unknown[] = [];
      const forge = githubForge({
        url: site.served.url,
        token: "t",
        waitFirstMs: 0,
        budget: { take: async () => null, saw: async (...what) => void seen.push(what) },
      });
      const failed = forge.counts(CORE);
      await expect(failed).rejects.toMatchObject({
        code: "unavailable",
        retryAt: expect.any(Date) as Date,
      });
      expect(seen).toContainEqual(["graphql", expect.objectContaining({ remaining: 0 })]);
      expect(forge.requests()).toBe(1);
    },
  );
});

describe("a token", () => {
  test("that is refused is told, and not shown", async () => {
    await using site = await servedForge({ token: "right" });
    const told = site.forge.counts(CORE).catch((error: Error) => error);
    expect(await told).toMatchObject({ code: "forbidden", status: 401 });
    expect(inspect(await told)).not.toContain("ghp_b16b00b5");
  });

  test("is needed at all", async () => {
    await using site = await servedForge();
    const forge = githubForge({ url: site.served.url, token: null });
    await expect(forge.probe()).rejects.toMatchObject({ code: "forbidden" });
  });
});

test("the probe says who answers and how far its clock is off", async () => {
  await using site = await servedForge({ skin: { enterprise: "3.17.2" } });
  const probe = await site.forge.probe();
  expect(probe).toMatchObject({ version: "Enterprise 3.17.2", limits: [] });
  const skewMs = Date.parse(site.store.clock.now()) - Date.now();
  expect(Math.abs((probe.clockSkewMs ?? 0) - skewMs)).toBeLessThan(60_000);
});
