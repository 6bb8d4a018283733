import { afterAll, describe, expect, test } from "vitest";
import { known } from "#/lib/facts/known.ts";
import { change } from "#/lib/fake/change.ts";
import { loadDirectCommits } from "#/lib/store/load-direct-commits.ts";
import { storedFacts, written } from "./testing/facts.ts";
import { setUpSample } from "./testing/sample.ts";
import { COMMITS, push, pushedIn, unpush, withPushes } from "./testing/with-pushes.ts";

const sample = await setUpSample();
afterAll(() => sample.close());
const [SINCE, UNTIL] = [new Date("2026-04-13T00:00:00Z"), new Date("2026-06-12T18:00:00Z")];

const pushed = (...numbers: number[]) => known(numbers.map((each) => `fix(ci): pushed ${each}`));

describe("what is read", () => {
  test("of the sample, the commits that were pushed and no merge, in three requests at most", async () => {
    await sample.syncAll();
    const held = await loadDirectCommits(sample.idOf("cp"), SINCE, UNTIL);
    const [first, ...rest] = held.known ? held.value : [];
    expect(first?.title).toBe("Initial commit");
    expect(rest.map(({ title, author }) => [title, author])).toEqual(
      sample.cp.directCommits.map(({ title, author }) => [title, author]),
    );
    expect(rest[1]).toMatchObject({
      title: "fix(ci): the required-checks job had no checkout",
      body: expect.stringMatching(/^Pushed past the queue/),
      url: expect.stringMatching(/\/molecule-controlplane\/commit\/\w{40}$/),
      committedAt: new Date("2026-05-22T10:44:07Z"),
    });
    const asked = sample.served.requests.entries.filter(({ path }) => path.endsWith("/commits"));
    expect(asked.filter(({ path }) => path.includes("controlplane"))).toHaveLength(3);
    expect(asked.filter(({ path }) => path.includes("core"))).toHaveLength(2);
  });

  test("a window takes in both its ends", async () => {
    const [, fix] = sample.cp.directCommits;
    const at = new Date(fix?.at ?? 0);
    const held = await loadDirectCommits(sample.idOf("cp"), at, at);
    expect(held.known && held.value.map(({ title }) => title)).toEqual([fix?.title]);
  });

  test("a branch that stands still is asked for once when its time comes, and nothing is written", async () => {
    await using small = await withPushes(4);
    await small.sync();
    small.store.clock.advance(3600);
    await small.sync();
    small.store.clock.advance(3600);
    const before = await storedFacts(small.repositoryId);
    small.served.requests.reset();
    expect(await small.sync()).toBe("done");
    expect(small.served.requests.count(COMMITS)).toBe(1);
    expect(written(before, await storedFacts(small.repositoryId))).toEqual([]);
  });

  test("a new one is read alone, and what is held stays as it was", async () => {
    await using small = await withPushes(4);
    await small.sync();
    const before = await storedFacts(small.repositoryId);
    const { sha } = push(small, "fix(ci): pushed 5");
    small.served.requests.reset();
    await small.sync();
    expect(small.served.requests.count(COMMITS)).toBe(1);
    const rows = written(before, await storedFacts(small.repositoryId));
    const brought = ["commit_checks", "commit_line", "direct_commit", "repository_tree"];
    expect(rows).toEqual(brought.map((table) => `${table} ${sha}`));
    expect(await pushedIn(small.repositoryId)).toEqual(pushed(1, 2, 3, 4, 5));
  });

  test("a hostile title and body are held, and nothing of them is run or lost", async () => {
    await using small = await withPushes(0);
    const title = `fix: <script>'); drop table direct_commit;-- \0 \uD800 ${"(#1) ".repeat(50_000)}`;
    push(small, title, "body\0\n".repeat(1000));
    push(small, "");
    expect(await small.sync()).toBe("done");
    const held = await pushedIn(small.repositoryId);
    const clean = title.replaceAll("\0", "\uFFFD").toWellFormed().trim();
    expect(held).toEqual(known([clean, ""]));
  });
});

describe("a branch whose history was rewritten", () => {
  test("holds what is on it now and no other, though the tip is as young", async () => {
    await using small = await withPushes(4);
    await small.sync();
    unpush(small);
    unpush(small);
    push(small, "fix(ci): pushed 9");
    expect(await small.sync()).toBe("done");
    expect(await pushedIn(small.repositoryId)).toEqual(pushed(1, 2, 9));
    small.served.requests.reset();
    small.store.clock.advance(3600);
    await small.sync();
    expect(small.served.requests.count(COMMITS)).toBe(1);
  });

  test("and whose last commits were only taken back holds the others", async () => {
    await using small = await withPushes(4);
    await small.sync();
    unpush(small);
    await small.sync();
    expect(await pushedIn(small.repositoryId)).toEqual(pushed(1, 2, 3));
  });
});

describe("a commit that turns out to be a merge", () => {
  test("as when it was merged between the two streams, is held no longer, though the tip is the same", async () => {
    await using small = await withPushes(2);
    const number = small.core.pulls.find(({ state }) => state === "open")?.number ?? 0;
    const place = { store: small.store, repository: small.core, number };
    // The list of pull requests is through by the first request for commits.
    const nth = await nthCommits();
    small.served.onRequest(nth, () => {
      small.store.clock.advance(60);
      change.merge(place, "cr2");
    });
    await small.sync();
    const before = await pushedIn(small.repositoryId);
    expect(before.known && before.value).toHaveLength(3);
    await small.sync();
    expect(await pushedIn(small.repositoryId)).toEqual(pushed(1, 2));
    small.served.requests.reset();
    await small.sync();
    expect(small.served.requests.count(COMMITS)).toBe(1);
  });

  /** The request that asks for commits first. */
  async function nthCommits(): Promise<number> {
    await using small = await withPushes(2);
    await small.sync();
    return small.served.requests.entries.findIndex(({ path }) => path.endsWith("/commits")) + 1;
  }
});
