import { describe, expect, test } from "vitest";
import { change } from "#/lib/fake/change.ts";
import type { Faults } from "#/lib/fake/faults.ts";
import type { FakePullRequest } from "#/lib/fake/store.ts";
import { db, inTransaction } from "#/lib/store/db.ts";
import { saveLinkWord } from "#/lib/store/save-link-word.ts";
import { storedFacts, written } from "./testing/facts.ts";
import type { SmallForge } from "./testing/small-forge.ts";
import {
  added,
  DIFFERENCE,
  FIRST,
  HUNKS,
  held,
  isDifference,
  readOf,
  rowOf,
  rowsOf,
  withFixes,
} from "./testing/with-fixes.ts";

const OPEN = FIRST + 90;
const FILES = "GET /repos/{owner}/{repo}/pulls/{index}/files";
const SAYS = `It covers #${FIRST}.`;

/** A forge with two merged fixes and an open pull request with files like theirs. */
async function withOpen(more: Partial<FakePullRequest> = {}, faults?: Faults) {
  const small = await withFixes(2, faults);
  const row = rowOf(small, FIRST + 1);
  const files = [`a${OPEN}.go`, `a${OPEN}_test.go`].map((path) => added(path, HUNKS));
  const opened = { state: "open", mergedAt: null, mergeSha: null, closedAt: null } as const;
  const ids = { id: OPEN, pullId: OPEN, number: OPEN, headSha: "head1" };
  const words = { title: "Add a test", body: SAYS };
  small.core.pulls.push({ ...row, ...opened, ...ids, ...words, files, ...more });
  const edit = (changed: Partial<FakePullRequest>) => {
    small.store.clock.advance(3600);
    Object.assign(rowOf(small, OPEN), changed, { updatedAt: small.store.clock.now() });
  };
  return { ...small, edit };
}

const stored = ({ repositoryId }: SmallForge) =>
  db.pullRequest.findUniqueOrThrow({
    where: { repositoryId_number: { repositoryId, number: OPEN } },
    select: { filesKnown: true, filesWhy: true },
  });
const UNREAD = { filesKnown: false, filesWhy: null };
const READ = { filesKnown: true, filesWhy: null };
const asked = ({ served }: SmallForge) => [
  served.requests.count(FILES),
  served.requests.count(DIFFERENCE),
];

describe("an open pull request that says that it covers something", () => {
  test("has its files and patches read, behind those of what was merged", async () => {
    await using small = await withOpen();
    expect(await small.sync()).toBe("done");
    expect(await stored(small)).toEqual(READ);
    expect(await held(small.repositoryId)).toEqual(readOf(FIRST, FIRST + 1, OPEN));
    const differences = small.served.requests.entries.filter(({ path }) => isDifference(path));
    expect(differences.at(-1)?.path).toMatch(new RegExp(`/${OPEN}\\.diff$`));
  });

  test("costs an idle sync no request and no row", async () => {
    await using without = await withFixes(2);
    await using small = await withOpen();
    const idle = async (each: SmallForge) => {
      await each.sync();
      each.served.requests.reset();
      await each.sync();
      return each.served.requests.byEndpoint();
    };
    expect(await idle(small)).toEqual(await idle(without));
    const before = await storedFacts(small.repositoryId);
    await small.sync();
    expect(written(before, await storedFacts(small.repositoryId))).toEqual([]);
  });

  test.each<[string, Partial<FakePullRequest>]>([
    ["in its title", { title: `test: regression test for #${FIRST}`, body: "" }],
    ["above a list", { body: `Covers:\n\n- #${FIRST}\n- #${FIRST + 1}\n` }],
    ["of a gap that was written down", { body: "Closes GAP-7." }],
  ])("%s is read", async (_where, more) => {
    await using small = await withOpen(more);
    await small.sync();
    expect(await stored(small)).toEqual(READ);
  });

  test.each<[string, Partial<FakePullRequest>]>([
    ["only mentions it", { body: `See #${FIRST}.` }],
    ["only closes an issue", { body: `Closes #${FIRST}.` }],
    ["only plans it", { body: `- [ ] covers #${FIRST}` }],
    ["names nothing", { body: "It covers everything." }],
    ["goes to another branch", { baseRef: "release" }],
    ["was closed unmerged", { state: "closed", closedAt: "2026-06-02T00:00:00Z" }],
  ])("and one that %s has nothing read", async (_what, more) => {
    await using small = await withOpen(more);
    await small.sync();
    expect(await stored(small)).toEqual(UNREAD);
    expect(asked(small)).toEqual([2, 2]);
  });

  test("is read once a person says it of one that says nothing", async () => {
    await using small = await withOpen({ body: "" });
    await small.sync();
    expect(await stored(small)).toEqual(UNREAD);
    const { repositoryId } = small;
    const fixesSince = new Date("2026-01-01");
    const program = await db.program.create({ data: { slug: "said", name: "Said", fixesSince } });
    const actor = await db.actor.create({ data: { kind: "person", name: "says it" } });
    const pull = (number: number) => ({ kind: "pull", repositoryId, number }) as const;
    const [from, to] = [pull(OPEN), pull(FIRST)];
    const word = { programId: program.id, at: fixesSince, actorId: actor.id, from, to };
    const covers = { relation: "covers", value: "confirm", reason: "It does." } as const;
    await inTransaction((tx) => saveLinkWord(tx, { ...word, ...covers }));
    await small.sync();
    expect(await stored(small)).toEqual(READ);
    expect(await held(repositoryId)).toEqual(readOf(FIRST, FIRST + 1, OPEN));
    await db.program.delete({ where: { id: program.id } });
  });
});

describe("one that is not as it was", () => {
  test.each<[string, Partial<FakePullRequest>]>([
    ["its head moved", { headSha: "head2" }],
    [
      "it was merged",
      { state: "closed", mergedAt: "2026-06-03T00:00:00Z", mergeSha: "m", headSha: "head1" },
    ],
    [
      "it was merged to a commit that is not told",
      { state: "closed", mergedAt: "2026-06-03T00:00:00Z" },
    ],
  ])("is read anew when %s, though its files are called the same", async (_how, changed) => {
    await using small = await withOpen();
    await small.sync();
    const patch = "@@ -0,0 +1,2 @@\n+func TestOther(t *testing.T) {\n+}\n";
    const files = [`a${OPEN}.go`, `a${OPEN}_test.go`].map((path) => added(path, patch));
    small.edit({ ...changed, files });
    small.served.requests.reset();
    await small.sync();
    expect(asked(small)).toEqual([1, 1]);
    expect(await stored(small)).toEqual(READ);
    expect((await held(small.repositoryId)).slice(-2)).toEqual(rowsOf(OPEN, patch, null));
  });

  test.each<[string, Partial<FakePullRequest>]>([
    ["is called otherwise", { title: "Add one test" }],
    ["was closed unmerged", { state: "closed", closedAt: "2026-06-03T00:00:00Z" }],
  ])("is not read anew when it %s", async (_how, changed) => {
    await using small = await withOpen();
    await small.sync();
    small.edit(changed);
    small.served.requests.reset();
    await small.sync();
    expect(asked(small)).toEqual([0, 0]);
  });

  test.each<[string, Partial<FakePullRequest>]>([
    ["was closed", { state: "closed", closedAt: "2026-06-03T00:00:00Z" }],
    ["went to another branch", { baseRef: "release" }],
    ["says nothing any more", { body: "" }],
  ])("is not read once its head moved and it %s", async (_how, changed) => {
    await using small = await withOpen();
    await small.sync();
    small.edit({ ...changed, headSha: "head2" });
    small.served.requests.reset();
    await small.sync();
    expect(asked(small)).toEqual([0, 0]);
    expect(await stored(small)).toEqual(UNREAD);
  });

  test("is read anew when it comes back from another branch, with what it changes there", async () => {
    await using small = await withOpen();
    await small.sync();
    small.edit({ baseRef: "release" });
    await small.sync();
    expect(await stored(small)).toEqual(UNREAD);
    small.edit({ baseRef: "main" });
    small.served.requests.reset();
    await small.sync();
    expect(asked(small)).toEqual([1, 1]);
  });

  test("is read once it comes to say that it covers something", async () => {
    await using small = await withOpen({ body: "" });
    await small.sync();
    small.edit({ body: SAYS });
    small.served.requests.reset();
    await small.sync();
    expect(asked(small)).toEqual([1, 1]);
    expect(await held(small.repositoryId)).toEqual(readOf(FIRST, FIRST + 1, OPEN));
  });

  test("and was merged keeps what is known of it when its head goes with its branch", async () => {
    await using small = await withOpen();
    const place = { store: small.store, repository: small.core, number: OPEN };
    change.merge(place, "kimi");
    await small.sync();
    small.edit({ headSha: "gone" });
    small.served.requests.reset();
    await small.sync();
    expect(asked(small)).toEqual([0, 0]);
    expect(await stored(small)).toEqual(READ);
  });
});

test.each([
  ["list", /\/files$/, { filesKnown: false, filesWhy: expect.stringMatching(/^Asked again.*500/) }],
  ["difference", /\.diff$/, READ],
])(
  "whose %s the forge fails on is unknown with its reason, hides no other, and the next sync asks again",
  async (_what, path, files) => {
    const state = { broken: true };
    const faults: Faults = (request) =>
      state.broken && request.path.includes(`/${OPEN}`) && path.test(request.path)
        ? { kind: "status", status: 500 }
        : null;
    await using small = await withOpen({}, faults);
    expect(await small.sync()).toBe("done");
    expect(await stored(small)).toEqual(files);
    const known = (await held(small.repositoryId)).filter(({ patch }) => patch !== null);
    expect(known).toEqual(readOf(FIRST, FIRST + 1));
    state.broken = false;
    expect(await small.sync()).toBe("done");
    expect(await stored(small)).toEqual(READ);
    expect(await held(small.repositoryId)).toEqual(readOf(FIRST, FIRST + 1, OPEN));
  },
);
