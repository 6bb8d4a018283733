import { surveyPushed, surveyWords } from "#/lib/coverage/background.ts";
import type { TellOlder } from "#/lib/coverage/lineage/add-older.ts";
import type { ChangeFacts } from "#/lib/coverage/lineage/change-facts.ts";
import type { Clone } from "#/lib/forge/git/open-clone.ts";
import type { MergedWindow } from "#/lib/forge/git/read-merged.ts";
import { readOlder } from "#/lib/forge/git/read-older.ts";
import { branchOf } from "./branch-of.ts";

const SHA_START = 7;

/** Tells the changes of a clone from before a window. */
export const tellOlder =
  (clone: Clone, window: MergedWindow): TellOlder =>
  async ({ numbers, shas, from }) => {
    const starts = new Set(shas.map((sha) => sha.slice(0, SHA_START)));
    const older = readOlder(
      clone,
      window,
      ({ number, sha, committedAt }) =>
        (number !== null && numbers.has(number)) ||
        starts.has(sha.slice(0, SHA_START)) ||
        (from !== null && committedAt >= from),
    );
    const changes: ChangeFacts[] = [];
    for await (const { number, sha, onLine, ...words } of older) {
      const baseRef = branchOf(onLine);
      changes.push(
        number === null
          ? surveyPushed({ sha, ...words }, baseRef)
          : surveyWords({ ...words, number, mergeSha: sha, mergedAt: words.committedAt, baseRef }),
      );
    }
    return changes;
  };
