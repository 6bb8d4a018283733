import { type Endpoint, keyOf } from "./endpoint.ts";
import type { Link } from "./link.ts";

/** The links that lead to an endpoint, found in one step, so that all items together cost no more than all links. */
export function indexLinks(links: readonly Link[]): (to: Endpoint) => readonly Link[] {
  const found = new Map<string, Link[]>();
  for (const link of links) {
    const key = keyOf(link.to);
    const known = found.get(key);
    if (known) known.push(link);
    else found.set(key, [link]);
  }
  return (to) => found.get(keyOf(to)) ?? [];
}
