import { describe, expect, test } from "vitest";
import { type Told, toldForge } from "./testing/told-forge.ts";
import { walk } from "./testing/walk.ts";

const SINCE = new Date("2026-06-01T00:00:00Z");
const at = (hours: number) => new Date(SINCE.getTime() + hours * 3_600_000).toISOString();

const runOf = (id: number, startedAt: string, fields: object = {}) => ({
  id,
  run_number: id,
  run_attempt: 0,
  event: "push",
  status: "completed",
  conclusion: "success",
  head_sha: "abc",
  head_branch: "main",
  path: "ci.yml@refs/heads/main",
  display_title: "t",
  started_at: startedAt,
  completed_at: startedAt,
  html_url: "https://f/a/b/actions/runs/1",
  ...fields,
});

/** A forge that lists these runs two a page. */
const runForge = (runs: readonly object[], options?: Parameters<typeof toldForge>[2]) =>
  toldForge(
    2,
    ({ pathname, searchParams }): Told => {
      if (!pathname.endsWith("/actions/runs")) return null;
      const page = Number(searchParams.get("page"));
      const rows = runs.slice((page - 1) * 2, page * 2);
      return { body: { total_count: runs.length, workflow_runs: rows } };
    },
    options,
  );

describe("runs", () => {
  const asked = { stream: "runs", repository: "a/b", since: SINCE } as const;
  const runs = [5, 3, 1, -1, -3, -5].map((hours, index) => runOf(9 - index, at(hours)));

  test("are read down to the first page that reaches what is older", async () => {
    await using told = await runForge(runs);
    const { rows, pages } = await walk(told.forge, asked);
    expect(rows.map(({ externalId }) => externalId)).toEqual(["9", "8", "7", "6"]);
    expect(pages).toBe(2);
    expect(told.asked.at(-1)).toBe(
      "/repos/a/b/actions/runs?exclude_pull_requests=true&page=2&limit=2",
    );
  });

  test("without a moment are read to the end", async () => {
    await using told = await runForge(runs);
    expect((await walk(told.forge, { ...asked, since: null })).rows).toHaveLength(6);
  });

  test("that did not start yet stand where they are listed, and end no walk", async () => {
    const never = "1970-01-01T00:00:00Z";
    const waits = { status: "queued", conclusion: null };
    await using told = await runForge([
      runOf(4, never, waits),
      runOf(3, at(2)),
      runOf(2, never, waits),
      runOf(1, never, waits),
    ]);
    const { rows } = await walk(told.forge, asked);
    expect(rows.map((row) => [row.externalId, row.state, row.startedAt])).toEqual([
      ["4", "pending", null],
      ["3", "success", new Date(at(2))],
      ["2", "pending", null],
      ["1", "pending", null],
    ]);
    expect(rows[0]?.createdAt).toEqual(new Date(at(2)));
  });

  test("a repository without Actions has none, which is asked once", async () => {
    await using told = await toldForge(2, ({ pathname }) => {
      const row = { id: 1, full_name: "a/b", default_branch: "main", has_actions: false };
      return pathname.endsWith("/repos/a/b") ? { body: row } : 403;
    });
    expect((await walk(told.forge, asked)).rows).toEqual([]);
    const before = told.asked.length;
    expect((await walk(told.forge, asked)).rows).toEqual([]);
    expect(told.asked.length).toBe(before);
  });

  test("a token that may not read them is an error, not an empty list", async () => {
    await using told = await toldForge(2, ({ pathname }) => {
      const row = { id: 1, full_name: "a/b", default_branch: "main", has_actions: true };
      return pathname.endsWith("/repos/a/b") ? { body: row } : 403;
    });
    await expect(walk(told.forge, asked)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("a server that lists only the jobs that runners took is found by trying, once", async () => {
    const task = {
      id: 3,
      name: "build",
      run_number: 1,
      event: "push",
      status: "failure",
      head_sha: "abc",
      head_branch: "#7",
      display_title: "fix",
      workflow_id: "ci.yml",
      created_at: at(1),
      updated_at: at(2),
      run_started_at: at(1),
      url: "javascript:alert(1)",
    };
    await using told = await toldForge(
      2,
      ({ pathname }) => {
        const row = { id: 1, full_name: "a/b", default_branch: "main", has_actions: true };
        if (pathname.endsWith("/repos/a/b")) return { body: row };
        return pathname.endsWith("/tasks")
          ? { body: { total_count: 1, workflow_runs: [task] } }
          : null;
      },
      { version: "12.0.0+gitea-1.22.0" },
    );
    const { rows } = await walk(told.forge, asked);
    expect(rows).toMatchObject([
      { title: "fix / build", workflow: "ci.yml", state: "failure", headBranch: null, url: null },
    ]);
    const before = told.asked.length;
    await walk(told.forge, asked);
    expect(told.asked.length).toBe(before + 1);
    expect(await Array.fromAsync(told.forge.jobs("a/b", ["3"]))).toMatchObject([
      { run: "3", jobs: { known: false, why: expect.stringMatching(/does not list the jobs/) } },
    ]);
  });
});

describe("labels", () => {
  const label = (id: number) => ({ id, name: `l${id}`, color: "#00AABB", description: "" });
  const asked = { stream: "labels", repository: "a/b" } as const;
  const forgeWith = (own: number, owners: number | "none" | "closed") =>
    toldForge(2, ({ pathname, searchParams }): Told => {
      const isOwn = pathname.endsWith("/repos/a/b/labels");
      if (!isOwn && owners === "none") return 404;
      if (!isOwn && owners === "closed") return 403;
      const count = isOwn ? own : Number(owners);
      const page = Number(searchParams.get("page"));
      const all = Array.from({ length: count }, (_, n) => label((isOwn ? 0 : 100) + n));
      const body = all.slice((page - 1) * 2, page * 2);
      return { body, headers: { "x-total-count": String(count) } };
    });

  test("of the repository come first, then those of its organisation, counted together", async () => {
    await using told = await forgeWith(3, 1);
    const { rows, total } = await walk(told.forge, asked);
    expect(rows.map(({ name }) => name)).toEqual(["l0", "l1", "l2", "l100"]);
    expect(rows[0]).toEqual({ externalId: "0", name: "l0", color: "00aabb", description: null });
    expect(total).toBe(4);
  });

  test.each(["none", "closed"] as const)("of an owner that has %s are none", async (owners) => {
    await using told = await forgeWith(3, owners);
    expect((await walk(told.forge, asked)).rows).toHaveLength(3);
  });
});

describe("the same server with other limits than before", () => {
  test("is asked anew and the walk goes on where it was", async () => {
    let pageMax = 10;
    const numbers = Array.from({ length: 35 }, (_, n) => 35 - n);
    await using told = await toldForge(0, ({ pathname, searchParams }): Told => {
      if (pathname.endsWith("/settings/api")) return { body: { max_response_items: pageMax } };
      const limit = Math.min(pageMax, Number(searchParams.get("limit")));
      const page = Number(searchParams.get("page"));
      if (page === 2) pageMax = 4;
      const rows = numbers.slice((page - 1) * limit, page * limit);
      const body = rows.map((number) => ({
        id: number,
        number,
        title: "t",
        state: "open",
        user: null,
        labels: null,
        created_at: at(number),
        updated_at: at(number),
      }));
      return { body, headers: { "x-total-count": "35" } };
    });
    const { rows } = await walk(told.forge, { stream: "issues", repository: "a/b" });
    expect(new Set(rows.map(({ number }) => number))).toEqual(new Set(numbers));
  });
});
