import { describe, expect, test } from "vitest";
import { change } from "#/lib/fake/change.ts";
import { CORE, servedForge } from "./testing/served-forge.ts";

const numbers = (rows: readonly { number: number }[]) => rows.map(({ number }) => number);

describe("pull requests since a moment", () => {
  test("are those that changed, the newest change first, and no page behind them is asked for", async () => {
    await using site = await servedForge();
    const touched = [40, 3, 60, 21].map((index) => site.core.pulls[index]?.number ?? 0);
    site.store.clock.advance(3600);
    const since = new Date(site.store.clock.now());
    for (const number of touched) {
      change.retitle({ store: site.store, repository: site.core, number }, `fix: ${number}`);
      site.store.clock.advance(60);
    }
    const { rows, pages } = await site.walk("pulls", since);
    expect(numbers(rows)).toEqual(touched.toReversed());
    expect(pages).toMatchObject([{ total: null, next: null }]);
    expect(site.forge.requests()).toBe(1);
  });

  test("from the very beginning are all of them, each once", async () => {
    await using site = await servedForge();
    const { rows } = await site.walk("pulls", new Date(0));
    expect(numbers(rows).toSorted((a, b) => a - b)).toEqual(
      numbers(site.core.pulls).toSorted((a, b) => a - b),
    );
  });
});

describe("a token that may not read", () => {
  const failureOf = (asked: Promise<unknown>) =>
    asked.then(
      () => null,
      (error: unknown) => error,
    );

  test("issues hears so of what changed, while pull requests are read and counted", async () => {
    await using site = await servedForge({ skin: { refused: ["issues"] } });
    const right = /may not read the issues.*right to read issues/;
    for (const stream of ["changes", "issues"] as const) {
      expect(await failureOf(site.walk(stream, new Date(0)))).toMatchObject({
        code: "forbidden",
        status: 403,
        retryAt: null,
        message: expect.stringMatching(right),
      });
    }
    expect((await site.walk("pulls", new Date(0))).rows).toHaveLength(site.core.pulls.length);
    expect(await site.forge.counts(CORE)).toMatchObject({
      issues: { known: false, why: expect.stringMatching(right) },
      pulls: { known: true, value: site.core.pulls.length },
    });
  });

  test("pull requests hears of those, and no issue is taken for refused", async () => {
    await using site = await servedForge({ skin: { refused: ["pull_requests"] } });
    const changes = await failureOf(site.walk("changes", new Date(0)));
    expect(changes).toMatchObject({
      code: "forbidden",
      message: expect.stringMatching(/right to read pull requests/),
    });
    expect(changes).not.toMatchObject({ status: 403 });
    expect(await failureOf(site.walk("pulls"))).toMatchObject({ status: 403 });
    expect((await site.walk("issues")).rows).toHaveLength(site.core.issues.length);
    expect(await site.forge.counts(CORE)).toMatchObject({
      issues: { known: true, value: site.core.issues.length },
      pulls: { known: false },
    });
  });

  test("either has no counts", async () => {
    await using site = await servedForge({ skin: { refused: ["issues", "pull_requests"] } });
    await expect(site.forge.counts(CORE)).rejects.toMatchObject({ status: 403 });
  });
});
