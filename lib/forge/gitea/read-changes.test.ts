import { describe, expect, test } from "vitest";
import type { Change } from "../forge.ts";
import { type Told, toldForge } from "./testing/told-forge.ts";
import { walk } from "./testing/walk.ts";

const SINCE = new Date("2026-06-01T00:00:00.700Z");
const at = (seconds: number) => new Date(SINCE.getTime() - 700 + seconds * 1000).toISOString();

type Item = { number: number; isPull: boolean; changed: number };

const issueOf = ({ number, isPull, changed }: Item) => ({
  id: 5000 + number,
  number,
  title: `row ${number}`,
  state: "open",
  user: null,
  labels: null,
  created_at: "2026-05-01T00:00:00Z",
  updated_at: at(changed),
  pull_request: isPull ? { merged: false } : null,
});
const pullOf = (item: Item) => ({ ...issueOf(item), merged: false, base: { ref: "main" } });

/** A forge with these items, newest number first, as Gitea lists them. */
function forgeWith(items: readonly Item[], pageMax = 20) {
  const newest = items.toSorted((a, b) => b.number - a.number);
  return toldForge(pageMax, ({ pathname, searchParams }): Told => {
    const [page, limit] = [Number(searchParams.get("page")), Number(searchParams.get("limit"))];
    const since = Date.parse(searchParams.get("since") ?? at(-1e6));
    const isPulls = pathname.endsWith("/pulls");
    const wanted = newest.filter(
      ({ isPull, changed }) =>
        (isPulls ? isPull : Date.parse(at(changed)) >= since) &&
        !(isPull && searchParams.get("type") === "issues"),
    );
    const sorted = isPulls ? wanted.toSorted((a, b) => b.changed - a.changed) : wanted;
    const rows = sorted.slice((page - 1) * limit, page * limit);
    return {
      body: rows.map(isPulls ? pullOf : issueOf),
      headers: { "x-total-count": String(wanted.length) },
    };
  });
}

const issues = (count: number, from = 1): Item[] =>
  Array.from({ length: count }, (_, n) => ({ number: from + n, isPull: false, changed: n }));
const pulls = (count: number, from = 500): Item[] =>
  Array.from({ length: count }, (_, n) => ({ number: from + n, isPull: true, changed: n }));
const old: Item[] = pulls(60, 700).map((item) => ({ ...item, changed: -100 - item.number }));

const nameOf = (change: Change): string => {
  if (change.kind === "issue") return `issue ${change.issue.number}`;
  return change.kind === "pull" ? `pull ${change.pull.number}` : `touched ${change.number}`;
};
const changesOf = async (forge: Parameters<typeof walk>[0]) => {
  const { rows, pages } = await walk(forge, { stream: "changes", repository: "a/b", since: SINCE });
  return { names: rows.map(nameOf), pages };
};

describe("what changed since", () => {
  test("is nothing in a quiet repository, for one request", async () => {
    await using told = await forgeWith(old);
    expect(await changesOf(told.forge)).toEqual({ names: [], pages: 1 });
    expect(told.asked.slice(2)).toEqual([
      "/repos/a/b/issues?state=all&since=2026-06-01T00%3A00%3A00Z&page=1&limit=20",
    ]);
  });

  test("is issues as rows and a few pull requests by their numbers, for one request", async () => {
    await using told = await forgeWith([...issues(2), ...pulls(2), ...old]);
    const { names, pages } = await changesOf(told.forge);
    expect(names).toEqual(["touched 501", "touched 500", "issue 2", "issue 1"]);
    expect(pages).toBe(1);
  });

  test("many pull requests are read from their own list, down to the first that is older", async () => {
    await using told = await forgeWith([...issues(3), ...pulls(12), ...old]);
    const { names, pages } = await changesOf(told.forge);
    expect(names.slice(0, 3)).toEqual(["issue 3", "issue 2", "issue 1"]);
    // The rest of the last page came with it and does no harm.
    expect(names.slice(3, 15)).toEqual(
      pulls(12)
        .map((row) => `pull ${row.number}`)
        .toReversed(),
    );
    expect(pages).toBe(2);
  });

  test("more than a page is read by lists of each kind, and all of it comes", async () => {
    await using told = await forgeWith([...issues(47), ...pulls(45), ...old]);
    const { names } = await changesOf(told.forge);
    for (const { number } of issues(47)) expect(names).toContain(`issue ${number}`);
    for (const { number } of pulls(45)) expect(names).toContain(`pull ${number}`);
    expect(names.some((name) => name.startsWith("touched"))).toBe(false);
  });

  test("the moment itself is among it", async () => {
    const exact: Item[] = [...issues(20), { number: 90, isPull: true, changed: 0 }, ...old];
    await using told = await forgeWith(exact);
    const { names } = await changesOf(told.forge);
    expect(names).toContain("pull 90");
    expect(names).toContain("issue 1");
  });

  test("without a moment is refused", async () => {
    await using told = await forgeWith([]);
    const request = { stream: "changes", repository: "a/b", position: null, since: null } as const;
    await expect(told.forge.page(request)).rejects.toMatchObject({ code: "invalid" });
  });

  test("a position that is none of ours begins anew", async () => {
    await using told = await forgeWith(issues(2));
    const request = { stream: "changes", repository: "a/b", since: SINCE } as const;
    const page = await told.forge.page({ ...request, position: { page: "x", list: "both" } });
    expect(page.rows.map(nameOf)).toEqual(["issue 2", "issue 1"]);
  });
});
