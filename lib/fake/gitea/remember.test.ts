import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FakePullRequest, FakeRepository, FakeStore } from "../store.ts";
import { inOneAnswer, remembered } from "./remember.ts";
import { asking, CORE, skinnedStore } from "./testing/skinned.ts";

/** A store whose lists are kept between answers, because it has so many rows. */
function largeStore(): FakeStore {
  const store = skinnedStore("1.27.0");
  const [core] = store.repositories;
  const [like] = core?.pulls ?? [];
  if (!core || !like) throw new Error("The sample has no pull requests.");
  core.pulls = Array.from({ length: 2500 }, (_, index) => pullOf(like, index));
  return store;
}

const moment = (second: number): string =>
  new Date(Date.parse("2026-01-01T00:00:00Z") + second * 1000).toISOString().replace(".000", "");

function pullOf(like: FakePullRequest, index: number): FakePullRequest {
  const [createdAt, updatedAt] = [moment(index * 60), moment(index * 60 + 30)];
  const number = 10_000 + index;
  return { ...like, id: number, pullId: number, number, createdAt, updatedAt, state: "open" };
}

type Step = (core: FakeRepository, at: number) => void;

const steps: readonly Step[] = [
  ({ pulls }, at) => Object.assign(pulls[at % pulls.length] ?? {}, { state: "closed" }),
  ({ pulls }, at) => Object.assign(pulls[at % pulls.length] ?? {}, { updatedAt: moment(at * 97) }),
  (core, at) => {
    core.pulls = core.pulls.filter((_, index) => index !== at % core.pulls.length);
  },
  (core, at) => {
    const like = core.pulls[at % core.pulls.length];
    if (like) core.pulls.push(pullOf(like, 5000 + at + core.revision));
  },
];

describe("what is kept between answers", () => {
  test("never differs from what is worked out anew, as long as changes raise the revision", async () => {
    const change = fc.tuple(fc.constantFrom(...steps), fc.nat(3000));
    const paths = [
      `${CORE}/pulls?state=open&sort=recentupdate&limit=3`,
      `${CORE}/pulls?state=closed&limit=3`,
      `${CORE}/issues?state=all&since=${moment(140_000)}&limit=3`,
    ];
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
        const kept = asking(largeStore());
        for (const [step, at] of changes) {
          step(kept.core, at);
          kept.core.revision += 1;
          // Other objects, of which nothing is kept.
          const repositories = kept.store.repositories.map((each) => ({ ...each }));
          const anew = asking({ ...kept.store, repositories });
          for (const path of paths) {
            const [one, other] = [kept.ask(path), anew.ask(path)];
            const total = "x-total-count";
            expect(one.headers.get(total)).toBe(other.headers.get(total));
            expect(await one.text()).toBe(await other.text());
          }
        }
      }),
      { numRuns: 15 },
    );
  });

  test("of a large repository is made once, and again when its revision is raised", () => {
    const [core] = largeStore().repositories;
    if (!core) throw new Error("The sample has no repository.");
    let made = 0;
    const count = remembered(() => ++made);
    const answers = Array.from({ length: 3 }, () => inOneAnswer(() => count(core)));
    core.revision += 1;
    expect([...answers, inOneAnswer(() => count(core))]).toEqual([1, 1, 1, 2]);
  });

  test("of a small one lives for one answer, so that any field may be set in place", async () => {
    const { core, read } = asking(skinnedStore("1.27.0"));
    const open = async () => (await read<object[]>(`${CORE}/issues?type=issues&limit=50`)).length;
    const before = await open();
    const issue = core.issues.find(({ state }) => state === "open");
    if (issue) issue.state = "closed";
    expect(await open()).toBe(before - 1);
  });
});
