import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { change } from "#/lib/fake/change.ts";
import { githubSkin } from "#/lib/fake/github/skin.ts";
import { createRandom } from "#/lib/fake/random.ts";
import { randomChange } from "#/lib/fake/random-change.ts";
import type { FakeDelivery, FakeRepository } from "#/lib/fake/store.ts";
import { tinyStore } from "#/lib/fake/testing/tiny-store.ts";
import { deliverer } from "#/lib/fake/webhook/deliverer.ts";
import { hookEvents } from "#/lib/fake/webhook/hook-events.ts";
import type { Delivery, Hint } from "../delivery.ts";
import { readDelivery } from "../read-delivery.ts";

const SECRET = "not told to anybody";
const EVENTS = [
  ..."push create delete repository issues issue_comment pull_request".split(" "),
  ..."pull_request_review pull_request_sync pull_request_comment".split(" "),
  ..."status workflow_job workflow_run".split(" "),
];

type Kind = "gitea" | "github";
type Site = { name: string; kind: Kind; version: string; silent: RegExp };
const SITES: readonly Site[] = [
  // What a forge has no webhook for is found by the syncs that follow.
  {
    name: "Gitea 1.27",
    kind: "gitea",
    version: "1.27.0",
    silent: /^(rename label|protect|dismiss)/,
  },
  {
    name: "Forgejo 16",
    kind: "gitea",
    version: "16.0.1+gitea-1.22.0",
    silent: /^(rename label|protect|dismiss|status|(start|begin|complete) run)/,
  },
  { name: "GitHub", kind: "github", version: "1.27.0", silent: /^(rename label|protect)/ },
];

/** A repository that changes by chance, and what its hook made of each change. */
function changing({ kind, version }: Site, seed: number) {
  const { store, repository } = tinyStore({ withGit: true });
  store.version = version;
  if (kind === "github") store.github = githubSkin(store.clock.now());
  const events = kind === "github" ? ["*"] : hookEvents(store, EVENTS);
  const hook = { dialect: kind, url: "http://127.0.0.1:9", secret: SECRET, events };
  change.createHook({ store, repository }, hook);
  const random = createRandom(seed);
  const made: FakeDelivery[] = [];
  const hand = (delivery: FakeDelivery) => {
    made.push(delivery);
    return 202;
  };
  const { deliverAll } = deliverer(store, { seed, hand, duplicate: 0.1, reorder: true });
  return {
    repository,
    step: async () => {
      store.clock.advance(random.below(40));
      const said = randomChange(random, store, repository);
      await deliverAll();
      return { said, deliveries: made.splice(0) };
    },
  };
}

const read = (kind: Kind, { headers, body }: FakeDelivery, secret = SECRET): Delivery | null =>
  readDelivery(kind, { headers: new Headers(headers), body: Buffer.from(body) }, secret);

const has = (hints: readonly Hint[], { kind, key }: Hint): boolean =>
  hints.some((hint) => hint.kind === kind && hint.key === key);

/** What a change, told in words, must be hinted at by. */
function dueOf(said: string, { pulls, runs, defaultBranch }: FakeRepository): Hint[] {
  const [, number] = /#(\d+)/.exec(said) ?? [];
  const [, comment] = /comment (\d+)/.exec(said) ?? [];
  const [, run] = /^(?:start|begin|complete) run (\d+)/.exec(said) ?? [];
  if (comment) return [{ kind: "comment", key: comment }];
  if (run) {
    const { headSha = "" } = runs.find(({ id }) => id === Number(run)) ?? {};
    return [
      { kind: "run", key: run },
      { kind: "commit", key: headSha },
    ];
  }
  if (said.startsWith("status")) {
    const pull = pulls.find((row) => row.number === Number(number));
    return [{ kind: "commit", key: pull?.headSha ?? "" }];
  }
  const isOnBranch = said.startsWith("push chore") || said.startsWith("merge");
  return [
    ...(number ? [{ kind: "item", key: number } as const] : []),
    ...(isOnBranch ? [{ kind: "branch", key: defaultBranch } as const] : []),
  ];
}

const seeds = fc.integer({ min: 0, max: 2 ** 31 });

describe.each(SITES)("what $name tells", (site) => {
  test("is all taken, and hints at what changed and at no other row", async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const { repository, step } = changing(site, seed);
        for (let nth = 0; nth < 50; nth += 1) {
          const { said, deliveries } = await step();
          const told = deliveries.map((delivery) => read(site.kind, delivery));
          for (const [index, delivery] of deliveries.entries())
            expect(told[index]).toMatchObject({ id: delivery.id, repository: "1" });
          const hints = told.flatMap((each) => each?.hints ?? []);
          const isSilent = site.silent.test(said);
          const due = isSilent ? [] : dueOf(said, repository);
          expect([said, ...due.filter((hint) => !has(hints, hint))]).toEqual([said]);
          expect([said, isSilent && hints.length > 0]).toEqual([said, false]);
          const [, number] = /#(\d+)/.exec(said) ?? [];
          const others = hints.filter(({ kind, key }) => kind === "item" && key !== number);
          expect([said, number === undefined ? [] : others]).toEqual([said, []]);
        }
      }),
      { numRuns: 12 },
    );
  });

  test("is refused when it is signed with another secret or changed on its way", async () => {
    const { step } = changing(site, 5);
    const { deliveries } = await step();
    expect(deliveries.length).toBeGreaterThan(0);
    for (const delivery of deliveries) {
      expect(read(site.kind, delivery, "another")).toBeNull();
      expect(read(site.kind, { ...delivery, body: `${delivery.body} ` })).toBeNull();
    }
  });

  test("is told twice by one id on GitHub, and by two on the others", async () => {
    const { step } = changing(site, 5);
    const made = [];
    for (let nth = 0; nth < 60; nth += 1) made.push(...(await step()).deliveries);
    const ids = new Set(made.map((delivery) => read(site.kind, delivery)?.id));
    const bodies = new Set(made.map(({ body, event }) => `${event} ${body}`));
    expect(bodies.size).toBeLessThan(made.length);
    expect(ids.size).toBe(site.kind === "gitea" ? made.length : bodies.size);
  });
});
