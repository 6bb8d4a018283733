import type { FakeHook } from "../store.ts";
import { keepIds, nextId } from "./next-id.ts";
import type { Ground } from "./place.ts";

type NewHook = Pick<FakeHook, "dialect" | "url" | "secret" | "events"> & { active?: boolean };

/** Lets a repository tell an address of its changes; on unless said otherwise. What hooks are there moves nothing that is read. */
export function createHook({ store, repository }: Ground, input: NewHook): FakeHook {
  const { active = true, ...given } = input;
  const hook = { ...given, active, id: nextId(store, "hook"), createdAt: store.clock.now() };
  repository.hooks.push(hook);
  return hook;
}

export function deleteHook({ store, repository }: Ground, id: number): void {
  keepIds(store, "hook");
  repository.hooks = repository.hooks.filter((hook) => hook.id !== id);
}
