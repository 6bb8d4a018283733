import { describe, expect, test } from "vitest";
import type { Forge } from "../forge.ts";
import { type Told, toldForge } from "./testing/told-forge.ts";

const AT = "2026-06-01T00:00:00Z";
const reviewOf = (id: number, fields: object = {}) => ({
  id,
  user: { login: "kimi" },
  team: null,
  state: "APPROVED",
  body: "",
  commit_id: "abc",
  stale: false,
  official: true,
  dismissed: false,
  submitted_at: AT,
  ...fields,
});

describe("reviews", () => {
  /** Those that others have not sent yet are counted and left out of their page. */
  const forgeWith = (rows: readonly ReturnType<typeof reviewOf>[], counts = true) =>
    toldForge(2, ({ searchParams }): Told => {
      const page = Number(searchParams.get("page"));
      const body = rows.slice((page - 1) * 2, page * 2).filter(({ state }) => state !== "PENDING");
      return { body, headers: counts ? { "x-total-count": String(rows.length) } : {} };
    });
  const of = async (forge: Forge) => {
    const [answer] = await Array.fromAsync(forge.reviews("a/b", [7]));
    if (!answer || !("reviews" in answer) || !answer.reviews.known) throw new Error("not known");
    return answer.reviews.value;
  };

  test.each([
    ["an approval", {}, { state: "approved", official: true, stale: false, author: "kimi" }],
    ["a demand", { state: "REQUEST_CHANGES" }, { state: "changes_requested" }],
    ["a remark", { state: "COMMENT" }, { state: "commented", body: "" }],
    ["one that counts no more", { dismissed: true, official: false }, { state: "dismissed" }],
    ["one that is old", { stale: true }, { state: "approved", stale: true }],
    [
      "a request to a team",
      { state: "REQUEST_REVIEW", user: null, team: { name: "owners" } },
      { state: "requested", author: "owners", submittedAt: null },
    ],
    ["one of nobody", { user: null, commit_id: "" }, { author: null, commitSha: null }],
  ])("%s", async (_what, fields, expected) => {
    await using told = await forgeWith([reviewOf(1, fields)]);
    expect(await of(told.forge)).toMatchObject([{ externalId: "1", number: 7, ...expected }]);
  });

  test.each([true, false])("a page without rows ends no list (counted: %s)", async (counts) => {
    const unsent = { state: "PENDING" };
    const rows = [reviewOf(1), reviewOf(2, unsent), reviewOf(3), reviewOf(4, unsent), reviewOf(5)];
    await using told = await forgeWith(rows, counts);
    expect((await of(told.forge)).map(({ externalId }) => externalId)).toEqual(["1", "3", "5"]);
  });

  test("one that is taken away between two pages hides no other", async () => {
    let rows = [1, 2, 3, 4].map((id) => reviewOf(id));
    await using told = await toldForge(2, ({ searchParams }): Told => {
      const page = Number(searchParams.get("page"));
      const body = rows.slice((page - 1) * 2, page * 2);
      const headers = { "x-total-count": String(rows.length) };
      if (page === 1) rows = rows.slice(-3);
      return { body, headers };
    });
    expect((await of(told.forge)).map(({ externalId }) => externalId).toSorted()).toEqual([
      "1",
      "2",
      "3",
      "4",
    ]);
  });

  test("an empty page in the middle of a counted list is passed", async () => {
    const unsent = { state: "PENDING" };
    await using told = await forgeWith([reviewOf(1, unsent), reviewOf(2, unsent), reviewOf(3)]);
    expect((await of(told.forge)).map(({ externalId }) => externalId)).toEqual(["3"]);
  });

  test("of one that is gone, or fails, cost the others nothing", async () => {
    await using told = await toldForge(2, ({ pathname }): Told => {
      if (pathname.includes("/pulls/8/")) return 404;
      return pathname.includes("/pulls/9/") ? 500 : { body: [reviewOf(1, { state: "ODD" })] };
    });
    expect(await Array.fromAsync(told.forge.reviews("a/b", [7, 8, 9]))).toMatchObject([
      { number: 7, failure: { code: "failed", message: expect.stringMatching(/state "ODD"/) } },
      { number: 8, reviews: { known: false, why: expect.stringMatching(/any more \(404\)/) } },
      { number: 9, failure: { status: 500 } },
    ]);
  });

  test("with a token that is refused cannot be asked for at all", async () => {
    await using told = await toldForge(2, () => 401);
    await expect(Array.fromAsync(told.forge.reviews("a/b", [7]))).rejects.toMatchObject({
      status: 401,
    });
  });
});

describe("jobs", () => {
  const step = { name: "Test", status: "completed", conclusion: "failure" };
  const jobOf = (id: number) => ({
    id,
    name: `job ${id}`,
    status: "completed",
    conclusion: "success",
    started_at: AT,
    completed_at: "1970-01-01T00:00:00Z",
    steps: [step],
  });
  const forgeWith = (count: number, version: string) =>
    toldForge(
      2,
      ({ searchParams }): Told => {
        const page = Number(searchParams.get("page"));
        const jobs = Array.from({ length: count }, (_, n) => jobOf(n + 1));
        return { body: { total_count: count, jobs: jobs.slice((page - 1) * 2, page * 2) } };
      },
      { version },
    );

  test("are read by pages, with their steps", async () => {
    await using told = await forgeWith(3, "1.27.0");
    const [answer] = await Array.fromAsync(told.forge.jobs("a/b", ["5"]));
    expect(answer).toMatchObject({ run: "5", jobs: { known: true, value: { length: 3 } } });
    expect(answer).toMatchObject({
      jobs: {
        value: expect.arrayContaining([
          {
            externalId: "1",
            runExternalId: "5",
            name: "job 1",
            state: "success",
            startedAt: new Date(AT),
            endedAt: null,
            steps: [{ name: "Test", state: "failure" }],
          },
        ]),
      },
    });
  });

  test("have no steps where each is said to stand as its job", async () => {
    await using told = await forgeWith(1, "1.25.5");
    const [answer] = await Array.fromAsync(told.forge.jobs("a/b", ["5"]));
    expect(answer).toMatchObject({ jobs: { value: [{ steps: [] }] } });
  });

  test("of a list that is cut short are a failure", async () => {
    await using told = await toldForge(2, () => ({ body: { total_count: 2, jobs: [jobOf(1)] } }));
    const [answer] = await Array.fromAsync(told.forge.jobs("a/b", ["5"]));
    expect(answer).toMatchObject({ failure: { message: expect.stringMatching(/not whole/) } });
  });
});

describe("a used-up limit", () => {
  test("is no failure of one question: nothing more is asked", async () => {
    await using told = await toldForge(2, () => ({ body: [] }), { budgetAfter: 3 });
    const asking = Array.fromAsync(told.forge.reviews("a/b", [1, 2, 3, 4, 5, 6]));
    await expect(asking).rejects.toMatchObject({ retryAt: expect.any(Date) });
    expect(told.asked.length).toBeLessThanOrEqual(3);
  });
});

describe("one row by itself", () => {
  const item = { id: 1, number: 7, title: "t", state: "open", user: null, labels: null };
  const issue = { ...item, created_at: AT, updated_at: AT };
  const repository = { id: 1, full_name: "a/b", default_branch: "main" };
  const answers = (rows: Record<string, unknown>) =>
    toldForge(2, ({ pathname }): Told => {
      const body = rows[pathname.replace("/api/v1/repos/a/b", "")];
      return body === undefined ? null : { body };
    });

  test("is an issue, or the pull request behind it", async () => {
    const pull = { ...issue, merged: false, base: { ref: "main" } };
    await using told = await answers({
      "/issues/7": issue,
      "/issues/8": { ...issue, number: 8, pull_request: { merged: false } },
      "/pulls/8": { ...pull, number: 8 },
    });
    expect(await told.forge.one("a/b", 7)).toMatchObject({ kind: "issue", issue: { number: 7 } });
    expect(await told.forge.one("a/b", 8)).toMatchObject({ kind: "pull", pull: { number: 8 } });
  });

  test("is an issue where a repository of the same name had a pull request", async () => {
    let isNew = false;
    await using told = await toldForge(20, ({ pathname }): Told => {
      if (pathname.endsWith("/issues")) {
        const body = [{ ...issue, pull_request: { merged: false } }];
        return { body, headers: { "x-total-count": "1" } };
      }
      if (pathname.endsWith("/pulls/7"))
        return isNew ? null : { body: { ...issue, merged: false, base: { ref: "main" } } };
      if (pathname.endsWith("/issues/7")) return { body: issue };
      return pathname.endsWith("/repos/a/b") ? { body: repository } : null;
    });
    const request = { stream: "changes", repository: "a/b", position: null } as const;
    await told.forge.page({ ...request, since: new Date(AT) });
    expect(await told.forge.one("a/b", 7)).toMatchObject({ kind: "pull" });
    isNew = true;
    expect(await told.forge.one("a/b", 7)).toMatchObject({ kind: "issue" });
  });

  test("is gone where the repository is there", async () => {
    await using told = await answers({ "": repository });
    expect(await told.forge.one("a/b", 7)).toEqual({ kind: "gone", status: 404 });
    expect(await told.forge.comment("a/b", "90")).toBe("gone");
  });

  test("is not gone where the repository cannot be seen", async () => {
    await using told = await answers({});
    await expect(told.forge.one("a/b", 7)).rejects.toMatchObject({ code: "not_found" });
    await expect(told.forge.comment("a/b", "90")).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("the counts", () => {
  test("are known where the forge counts, unknown where it does not say", async () => {
    await using told = await toldForge(2, ({ pathname }): Told => {
      if (pathname.endsWith("/pulls")) return { body: [] };
      if (pathname.endsWith("/comments")) return 403;
      return { body: [], headers: { "x-total-count": "12" } };
    });
    expect(await told.forge.counts("a/b")).toMatchObject({
      issues: { known: true, value: 12 },
      pulls: { known: false, why: expect.stringMatching(/X-Total-Count/) },
      comments: { known: false, why: expect.stringMatching(/does not allow/) },
    });
  });
});
