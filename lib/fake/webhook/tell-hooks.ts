import { inOneAnswer } from "../gitea/remember.ts";
import { skinOf } from "../gitea/skin.ts";
import type { FakeDelivery, FakeHook } from "../store.ts";
import { giteaHeaders, githubHeaders } from "./delivery-headers.ts";
import { deliveryId } from "./delivery-id.ts";
import type { FakeEvent } from "./event.ts";
import { giteaMessage } from "./gitea-message.ts";
import { githubMessage } from "./github-message.ts";
import type { Ground } from "./ground.ts";
import { tells } from "./hook-events.ts";

/** Puts what a change is told of into the outbox of the repository, signed and whole, once for each hook that asked for it. */
export function tellHooks(ground: Ground, event: FakeEvent): void {
  const { hooks, outbox } = ground.repository;
  for (const hook of hooks) {
    if (!hook.active) continue;
    const delivery = inOneAnswer(() => deliveryOf(ground, { hook, event }));
    if (delivery) outbox.push(delivery);
  }
}

type Told = { hook: FakeHook; event: FakeEvent };

function deliveryOf(ground: Ground, { hook, event }: Told): FakeDelivery | null {
  const at = ground.store.clock.now();
  const id = deliveryId(hook);
  if (hook.dialect === "gitea") {
    const message = giteaMessage(ground, event);
    if (!message || !tells(hook.events, message.type)) return null;
    const body = JSON.stringify(message.payload, null, 2);
    const said = { id, secret: hook.secret, body, type: message.type, event: message.event };
    const headers = giteaHeaders(said, skinOf(ground.store).isForgejo(0));
    return { id, hook, event: message.type, headers, body, at };
  }
  const message = githubMessage(ground, event);
  if (!message || !(hook.events.includes(message.event) || hook.events.includes("*"))) return null;
  const body = JSON.stringify(message.payload);
  const said = { id, secret: hook.secret, body, event: message.event, hookId: hook.id };
  return { id, hook, event: message.event, headers: githubHeaders(said), body, at };
}
