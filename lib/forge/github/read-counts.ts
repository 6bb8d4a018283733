import { z } from "zod";
import { type Known, known, unknown } from "#/lib/facts/known.ts";
import { isForbidden } from "../fails-all.ts";
import type { Counts } from "../forge.ts";
import { askRepository, type Place } from "./ask-repository.ts";
import { missingRight } from "./missing-right.ts";

const Count = z.object({ totalCount: z.int() });
const Asked = z.object({ issues: Count, pullRequests: Count });
const FIELDS = { issues: "issues { totalCount }", pulls: "pullRequests { totalCount }" } as const;

export const COUNTS = { fields: `${FIELDS.issues} ${FIELDS.pulls}` } as const;

const comments = unknown("GitHub does not count the comments of a repository.");

/** How many issues and pull requests there are, with one question; where the token may not read one of them, that one is unknown, and each is asked for by itself. Throws ForgeError forbidden where it may read neither. */
export async function readCounts(place: Place): Promise<Counts> {
  try {
    const { told } = await askRepository(place, Asked, COUNTS);
    const { issues, pullRequests } = told;
    return { issues: known(issues.totalCount), pulls: known(pullRequests.totalCount), comments };
  } catch (error) {
    if (!isForbidden(error)) throw error;
    const [issues, pulls] = [await countAlone(place, "issues"), await countAlone(place, "pulls")];
    if (!issues.known && !pulls.known) throw error;
    return { issues, pulls, comments };
  }
}

/** How many rows of one kind there are; unknown where the token may not read them. */
export async function countAlone(place: Place, of: keyof typeof FIELDS): Promise<Known<number>> {
  try {
    const fields = FIELDS[of];
    const { told } = await askRepository(place, Asked.partial(), { fields });
    return known((of === "issues" ? told.issues : told.pullRequests)?.totalCount ?? 0);
  } catch (error) {
    if (!isForbidden(error)) throw error;
    return unknown(missingRight(of, error).message);
  }
}
