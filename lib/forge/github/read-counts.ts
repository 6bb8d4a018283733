import { z } from "zod";
import { known, unknown } from "#/lib/facts/known.ts";
import type { Counts } from "../forge.ts";
import { askRepository, type Place } from "./ask-repository.ts";

const Count = z.object({ totalCount: z.int() });
const Asked = z.object({ issues: Count, pullRequests: Count });

export const COUNTS = { fields: "issues { totalCount } pullRequests { totalCount }" } as const;

/** How many issues and pull requests there are, with one question. */
export async function readCounts(place: Place): Promise<Counts> {
  const { told } = await askRepository(place, Asked, COUNTS);
  return {
    issues: known(told.issues.totalCount),
    pulls: known(told.pullRequests.totalCount),
    comments: unknown("GitHub does not count the comments of a repository."),
  };
}
