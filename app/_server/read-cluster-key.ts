import "server-only";
import { notFound } from "next/navigation";
import { isStorable } from "#/lib/contract/is-storable.ts";

/** The key of a cluster in an address; a text that cannot be stored names nothing. */
export function readClusterKey(part: string): string {
  const key = decodeURIComponent(part);
  return isStorable(key) ? key : notFound();
}
