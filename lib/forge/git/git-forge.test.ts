import { describe, expect, test } from "vitest";
import { gitForge } from "./git-forge.ts";
import { scratchClone } from "./testing/scratch-clone.ts";

const REPOSITORY = "o/r";

function merged() {
  const scratch = scratchClone();
  scratch.commit("start");
  scratch.commit("fix: one (#1)");
  scratch.commit("fix: two (#2)");
  return { ...scratch, forge: gitForge(scratch.directory) };
}

describe("a clone as a source", () => {
  test("gives what was merged as pull requests, and as changes whatever the moment", async () => {
    using place = merged();
    const { forge } = place;
    const asked = { repository: REPOSITORY, position: null };
    const pulls = await forge.page({ ...asked, stream: "pulls", since: null });
    expect(pulls.rows.map((row) => [row.number, row.reviews])).toEqual([
      [2, null],
      [1, null],
    ]);
    const since = new Date("2030-01-01T00:00:00Z");
    const changes = await forge.page({ ...asked, stream: "changes", since });
    expect(changes.rows).toEqual(pulls.rows.map((pull) => ({ kind: "pull", pull })));
    expect([pulls, changes].map(({ next, poison, total }) => [next, poison, total])).toEqual([
      [null, [], null],
      [null, [], null],
    ]);
  });

  test.each(["issues", "comments", "runs", "labels"] as const)(
    "holds no %s, which has no total either",
    async (stream) => {
      using place = merged();
      const page = await place.forge.page({
        stream,
        repository: REPOSITORY,
        position: null,
        since: null,
      });
      expect(page).toMatchObject({ rows: [], poison: [], next: null, total: null });
    },
  );

  test("does not know what only a forge knows, and says so", async () => {
    using place = merged();
    const { forge } = place;
    const no = { known: false, why: expect.stringMatching(/connect the forge/) };
    expect(await forge.counts(REPOSITORY)).toEqual({ issues: no, pulls: no, comments: no });
    expect(await Array.fromAsync(forge.reviews(REPOSITORY, [1]))).toEqual([
      { number: 1, reviews: no },
    ]);
    expect(await Array.fromAsync(forge.jobs(REPOSITORY, ["5"]))).toEqual([{ run: "5", jobs: no }]);
    const wanted = { number: 1, mergeSha: null, headSha: null, baseRef: "main" };
    expect(await Array.fromAsync(forge.changedFiles(REPOSITORY, [wanted]))).toMatchObject([
      { number: 1, files: { known: false } },
    ]);
  });

  test("never says that a row is gone", async () => {
    using place = merged();
    await expect(place.forge.one(REPOSITORY, 9)).rejects.toThrow(/#9\. Connect the forge/);
    await expect(place.forge.comment(REPOSITORY, "9")).rejects.toThrow(/comment 9\. Connect/);
  });

  test("tells in its probe what that costs", async () => {
    using place = merged();
    const { limits, clockSkewMs } = await place.forge.probe();
    expect(clockSkewMs).toBeNull();
    expect(limits.join(" ")).toMatch(/no runs.*no reviews.*only what was merged/);
  });
});
