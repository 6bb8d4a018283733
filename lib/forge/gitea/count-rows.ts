import { type Known, known, unknown } from "#/lib/facts/known.ts";
import { isForbidden } from "../fails-all.ts";
import type { Counts } from "../forge.ts";
import { ForgeError } from "../forge-error.ts";
import { type Place, totalOf } from "./list.ts";

const UNTOLD =
  "The forge's answer has no X-Total-Count, as behind a proxy that drops it: let the proxy pass it to know.";

/** How many rows a repository has, by three requests of one row each. */
export async function countRows(place: Place): Promise<Counts> {
  const at = `/repos/${place.repository}`;
  return {
    issues: await count(place, `${at}/issues?state=all&type=issues&limit=1`),
    pulls: await count(place, `${at}/pulls?state=all&limit=1`),
    comments: await count(place, `${at}/issues/comments?limit=1`),
  };
}

async function count({ http }: Place, path: string): Promise<Known<number>> {
  try {
    const total = totalOf(await http.get(path));
    return total === null ? unknown(UNTOLD) : known(total);
  } catch (error) {
    if (error instanceof ForgeError && isForbidden(error)) return unknown(error.message);
    throw error;
  }
}
