import { sha1 } from "../sha1.ts";
import type { FakeHook } from "../store.ts";

const given = new WeakMap<FakeHook, number>();

/** An id in the form of a UUID that this hook never had; the same again in a run that does the same. */
export function deliveryId(hook: FakeHook): string {
  const nth = (given.get(hook) ?? 0) + 1;
  given.set(hook, nth);
  const hex = sha1(`delivery ${hook.id} ${hook.url} ${nth}`);
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`];
  return [...parts, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join("-");
}
