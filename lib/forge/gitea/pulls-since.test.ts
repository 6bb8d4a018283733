import { describe, expect, test } from "vitest";
import { change } from "#/lib/fake/change.ts";
import { CORE, servedCore } from "./testing/served-core.ts";
import { walk } from "./testing/walk.ts";

const PAGE = 10;
const numbers = (rows: readonly { number: number }[]) => rows.map(({ number }) => number);

/** The sample of one version, of which some pull requests changed an hour after all others. */
async function withChanges(version: string, indexes: readonly number[]) {
  const site = await servedCore({ pageMax: PAGE });
  site.store.version = version;
  site.store.clock.advance(3600);
  const since = new Date(site.store.clock.now());
  const touched = indexes.map((index) => site.core.pulls[index]?.number ?? 0);
  for (const number of touched) {
    change.retitle({ ...site, repository: site.core, number }, `fix: ${number}`);
    site.store.clock.advance(60);
  }
  return { ...site, since, touched };
}

describe.each(["1.22.6", "1.27.0", "11.0.3+gitea-1.22.0", "16.0.1+gitea-1.22.0"])(
  "of %s, pull requests since a moment",
  (version) => {
    const asked = { stream: "pulls", repository: CORE } as const;

    test("are those that changed, the newest change first, and no page behind is asked for", async () => {
      await using site = await withChanges(version, [40, 3, 60, 21]);
      const { rows, pages } = await walk(site.forge, { ...asked, since: site.since });
      const changed = rows.filter(({ updatedAt }) => updatedAt >= site.since);
      expect(numbers(changed)).toEqual(site.touched.toReversed());
      expect(numbers(rows).slice(0, changed.length)).toEqual(numbers(changed));
      expect(pages).toBe(1);
      expect(rows.length).toBeLessThanOrEqual(PAGE);
    });

    test("that fill more than a page are all read", async () => {
      const indexes = Array.from({ length: 2 * PAGE + 3 }, (_, index) => index * 2);
      await using site = await withChanges(version, indexes);
      const { rows, pages } = await walk(site.forge, { ...asked, since: site.since });
      expect(numbers(rows)).toEqual(expect.arrayContaining(site.touched));
      expect(pages).toBe(3);
    });

    test("from the very beginning are all of them, each once", async () => {
      await using site = await withChanges(version, []);
      const { rows } = await walk(site.forge, { ...asked, since: new Date(0) });
      const sorted = (of: readonly number[]) => of.toSorted((a, b) => a - b);
      expect(sorted(numbers(rows))).toEqual(sorted(numbers(site.core.pulls)));
    });
  },
);
