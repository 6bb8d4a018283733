import { afterAll, describe, expect, test } from "vitest";
import { change } from "#/lib/fake/change.ts";
import type { FakeDelivery } from "#/lib/fake/store.ts";
import { deliverer } from "#/lib/fake/webhook/deliverer.ts";
import { giteaForge } from "#/lib/forge/gitea/gitea-forge.ts";
import { closeQueue } from "#/lib/jobs/queue.ts";
import { db } from "#/lib/store/db.ts";
import { seal } from "#/lib/store/seal.ts";
import { receiveWebhook } from "./receive-webhook.ts";
import { refreshTouched } from "./refresh-touched.ts";
import { scopeOf } from "./testing/scope-of.ts";
import { smallForge } from "./testing/small-forge.ts";

const SECRET = "of the sources page";
afterAll(() => closeQueue());

/** A synced small forge that a program has in scope, whose repository tells its hook of every change. */
async function withHook() {
  const small = await smallForge();
  await small.sync();
  const repository = await db.repository.findUniqueOrThrow({ where: { id: small.repositoryId } });
  const { sourceId } = repository;
  await db.source.update({ where: { id: sourceId }, data: { sealedHook: seal(SECRET) } });
  await scopeOf(small.repositoryId);
  const ground = { store: small.store, repository: small.core };
  change.createHook(ground, {
    dialect: "gitea",
    url: "http://127.0.0.1:1/",
    secret: SECRET,
    events: ["issues", "pull_request", "issue_comment", "pull_request_comment", "push", "status"],
  });
  const now = () => new Date(small.store.clock.now());
  const receive = ({ headers, body }: FakeDelivery) =>
    receiveWebhook(sourceId, { headers: new Headers(headers), body: Buffer.from(body) }, now());
  const refresh = () =>
    refreshTouched({
      repositoryId: small.repositoryId,
      forge: giteaForge({ url: small.served.url, token: null, waitFirstMs: 0 }),
      now,
      signal: new AbortController().signal,
    });
  return { small, ground, sourceId, receive, refresh, touches: () => db.touch.count() };
}

/** The oldest delivery that waits. */
function firstOf({ outbox }: { outbox: readonly FakeDelivery[] }): FakeDelivery {
  const [delivery] = outbox;
  if (!delivery) throw new Error("The repository told nobody anything.");
  return delivery;
}

const titleOf = async (repositoryId: number, number: number) =>
  (await db.issue.findUnique({ where: { repositoryId_number: { repositoryId, number } } }))?.title;

describe("a webhook", () => {
  test("has what it hints at read again, and nothing that it says is believed", async () => {
    const { small, ground, receive, refresh, touches } = await withHook();
    const number = small.core.issues[0]?.number ?? 0;
    small.store.clock.advance(60);
    change.retitle({ ...ground, number }, "told");
    const delivery = firstOf(small.core);
    change.retitle({ ...ground, number }, "as it is now");
    expect(await receive(delivery)).toBe("taken");
    expect(await titleOf(small.repositoryId, number)).not.toMatch(/told|now/);
    expect(await refresh()).toEqual({ state: "done" });
    expect(await titleOf(small.repositoryId, number)).toBe("as it is now");
    expect(await touches()).toBe(0);
    await small[Symbol.asyncDispose]();
  });

  test("that comes twice is written down once, and several hints at one thing are one", async () => {
    const { small, ground, receive, touches } = await withHook();
    const number = small.core.issues[0]?.number ?? 0;
    change.retitle({ ...ground, number }, "one");
    change.retitle({ ...ground, number }, "two");
    const deliveries = [...small.core.outbox];
    for (const delivery of deliveries) expect(await receive(delivery)).toBe("taken");
    for (const delivery of deliveries) expect(await receive(delivery)).toBe("nothing to read");
    expect(await touches()).toBe(1);
    await small[Symbol.asyncDispose]();
  });

  test("of a deletion has the forge asked, and what it does not have is taken out", async () => {
    const { small, ground, receive, refresh } = await withHook();
    const [comment] = small.core.comments;
    const externalId = String(comment?.id);
    change.deleteComment(ground, comment?.id ?? 0);
    for (const delivery of small.core.outbox) await receive(delivery);
    expect(await refresh()).toEqual({ state: "done" });
    const { repositoryId } = small;
    expect(await db.comment.count({ where: { repositoryId, externalId } })).toBe(0);
    expect(await db.tombstone.count({ where: { repositoryId, kind: "comment" } })).toBe(1);
    await small[Symbol.asyncDispose]();
  });

  test("whose hint cannot be followed stays hinted at until it can", async () => {
    const { small, ground, receive, refresh, touches } = await withHook();
    const number = small.core.issues[0]?.number ?? 0;
    change.retitle({ ...ground, number }, "later");
    for (const delivery of small.core.outbox) await receive(delivery);
    const id = small.core.id;
    small.core.id = 77;
    expect(await refresh()).toEqual({ state: "failed" });
    expect(await touches()).toBe(1);
    small.core.id = id;
    expect(await refresh()).toEqual({ state: "done" });
    expect(await titleOf(small.repositoryId, number)).toBe("later");
    await small[Symbol.asyncDispose]();
  });

  test.each<[string, (delivery: FakeDelivery) => FakeDelivery]>([
    [
      "a body that was changed by one byte",
      (one) => ({ ...one, body: one.body.replace("{", "{ ") }),
    ],
    ["no signature", (one) => ({ ...one, headers: {} })],
  ])("with %s is refused, and nothing is written down", async (_what, spoil) => {
    const { small, ground, receive, touches, sourceId } = await withHook();
    change.retitle({ ...ground, number: small.core.issues[0]?.number ?? 0 }, "forged");
    await expect(receive(spoil(firstOf(small.core)))).rejects.toThrow(/signature does not agree/);
    expect(await touches()).toBe(0);
    expect(await db.delivery.count({ where: { sourceId } })).toBe(0);
    await small[Symbol.asyncDispose]();
  });

  test("to a source without a secret, or to none, is refused with the next step", async () => {
    await using small = await smallForge();
    const { sourceId } = await db.repository.findUniqueOrThrow({
      where: { id: small.repositoryId },
    });
    const received = { headers: new Headers(), body: Buffer.from("{}") };
    for (const id of [sourceId, 999_999])
      await expect(receiveWebhook(id, received, new Date())).rejects.toThrow(
        /takes no webhooks. Make a secret for them/,
      );
  });
});

test("deliveries that are lost, doubled and mixed up leave nothing wrong behind the next pass", async () => {
  const { small, ground, receive, refresh } = await withHook();
  const numbers = small.core.issues.map(({ number }) => number);
  for (const [index, number] of numbers.entries()) {
    small.store.clock.advance(30);
    change.retitle({ ...ground, number }, `title ${index}`);
  }
  const hand = async (delivery: FakeDelivery) => (await receive(delivery), 202);
  await deliverer(small.store, {
    seed: 7,
    drop: 0.5,
    duplicate: 0.5,
    reorder: true,
    hand,
  }).deliverAll();
  await refresh();
  await small.sync();
  for (const [index, number] of numbers.entries())
    expect(await titleOf(small.repositoryId, number)).toBe(`title ${index}`);
  await small[Symbol.asyncDispose]();
});
