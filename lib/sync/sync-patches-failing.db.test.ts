import { describe, expect, test } from "vitest";
import type { Faults } from "#/lib/fake/faults.ts";
import { db } from "#/lib/store/db.ts";
import { cutPages } from "./testing/cut-pages.ts";
import { scopeOf } from "./testing/scope-of.ts";
import {
  DIFFERENCE,
  FIRST,
  held,
  isDifference,
  readOf,
  rowsOf,
  withFixes,
} from "./testing/with-fixes.ts";

const streamOf = (repositoryId: number) =>
  db.syncStream.findUnique({ where: { repositoryId_stream: { repositoryId, stream: "patches" } } });

describe("one that cannot be read", () => {
  test("a 404 makes its patches unknown with the reason, the sync goes on, and it is not asked again", async () => {
    await using small = await withFixes(3);
    await using proxy = await cutPages(small.served.url, /nothing$/, /\/pulls\/5002\.diff$/);
    expect(await small.sync({ url: proxy.url })).toBe("done");
    expect(await held(small.repositoryId)).toEqual([
      ...readOf(FIRST),
      ...rowsOf(5002, null, expect.stringMatching(/does not have.*404/)),
      ...readOf(FIRST + 2),
    ]);
    small.served.requests.reset();
    expect(await small.sync()).toBe("done");
    expect(small.served.requests.count(DIFFERENCE)).toBe(0);
  });

  test.each([403, 500] as const)(
    "a %i is unknown with its reason, hides no other, and the next sync asks again",
    async (status) => {
      const state = { broken: true };
      const faults: Faults = ({ path }) =>
        state.broken && isDifference(path, FIRST + 1) ? { kind: "status", status } : null;
      await using small = await withFixes(3, faults);
      expect(await small.sync()).toBe("done");
      const why = expect.stringMatching(new RegExp(`^Asked again by every sync: .*${status}`));
      const rows = [...readOf(FIRST), ...rowsOf(FIRST + 1, null, why), ...readOf(FIRST + 2)];
      expect(await held(small.repositoryId)).toEqual(rows);
      expect(await streamOf(small.repositoryId)).toMatchObject({
        completedAt: null,
        refusal: expect.stringMatching(/patches of 1 pull requests could not be read, #5002/),
      });
      expect((await scopeOf(small.repositoryId)).audited).toBe(true);
      expect(await small.sync()).toBe("done");
      expect(await held(small.repositoryId)).toEqual(rows);
      state.broken = false;
      expect(await small.sync()).toBe("done");
      expect(await held(small.repositoryId)).toEqual(readOf(FIRST, FIRST + 1, FIRST + 2));
      expect(await streamOf(small.repositoryId)).toMatchObject({
        completedAt: expect.any(Date),
        refusal: null,
      });
    },
  );

  test("a right that is missing refuses the stream, stops no other, and marks nothing", async () => {
    const state = { refuses: true };
    const faults: Faults = ({ path }) =>
      state.refuses && isDifference(path) ? { kind: "status", status: 403 } : null;
    await using small = await withFixes(16, faults);
    const { repositoryId } = small;
    expect(await small.sync()).toBe("done");
    expect(small.served.requests.count(DIFFERENCE)).toBeLessThan(16);
    expect(await held(repositoryId)).toEqual([]);
    expect(await streamOf(repositoryId)).toMatchObject({
      refusal: expect.stringMatching(/does not allow this to the token.*403/),
    });
    expect(await scopeOf(repositoryId)).toMatchObject({
      audited: true,
      patchesRefusal: expect.stringMatching(/403/),
    });
    expect(await db.issue.count({ where: { repositoryId } })).toBe(11);
    state.refuses = false;
    expect(await small.sync()).toBe("done");
    expect(await held(repositoryId)).toHaveLength(2 * 16);
  });
});

describe("an outage", () => {
  test.each([
    ["that begins among the patches", 50],
    ["of every patch", 0],
  ])(
    "%s ends the run, marks nothing as unknown, and the next sync goes on",
    async (_when, after) => {
      const state = { asked: 0, down: true };
      const faults: Faults = ({ path }) => {
        if (!state.down || !isDifference(path)) return null;
        state.asked += 1;
        return state.asked > after ? { kind: "status", status: 503 } : null;
      };
      await using small = await withFixes(59, faults);
      expect(await small.sync()).toBe("failed");
      expect((await small.lastRun()).error).toMatch(
        /patches of \d pull requests could not be read/,
      );
      const before = await held(small.repositoryId);
      expect(before.filter(({ why }) => why !== null)).toEqual([]);
      expect(before.length).toBeGreaterThanOrEqual(Math.min(after, 40) * 2);
      expect(await streamOf(small.repositoryId)).toBeNull();
      state.down = false;
      small.served.requests.reset();
      expect(await small.sync()).toBe("done");
      expect(small.served.requests.count(DIFFERENCE)).toBe(59 - before.length / 2);
      expect(await held(small.repositoryId)).toHaveLength(2 * 59);
    },
  );

  test("a worker that is stopped among them keeps what it read", async () => {
    const stopping = new AbortController();
    let asked = 0;
    const faults: Faults = ({ path }) => {
      if (isDifference(path) && ++asked === 50)
        stopping.abort(new Error("The worker was stopped."));
      return null;
    };
    await using small = await withFixes(59, faults);
    expect(await small.sync({ signal: stopping.signal })).toBe("failed");
    const before = await held(small.repositoryId);
    expect(before.length).toBeGreaterThan(0);
    expect(before.length).toBeLessThan(2 * 59);
    small.served.requests.reset();
    expect(await small.sync()).toBe("done");
    expect(small.served.requests.count(DIFFERENCE)).toBe(59 - before.length / 2);
    expect(await held(small.repositoryId)).toHaveLength(2 * 59);
  });
});
