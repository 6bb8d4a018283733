import type { ClosedDefect } from "#/lib/coverage/fix/closed-defects.ts";
import { wantedPatches } from "#/lib/coverage/wanted-patches.ts";
import { known, unknown } from "#/lib/facts/known.ts";
import type { MergedPullRequest } from "#/lib/store/load-merged.ts";

type Closing = { readonly closes?: ClosedDefect | null };

/** A merged pull request with the issue that it closes and that is labelled as a defect. */
export type ClosingPullRequest = MergedPullRequest & Closing;

const NOT_YET = "The patch of this file was not read yet.";

/** The pull request with a reason in place of each patch that the engine reads and that is not held: what was not read is never taken for empty. */
export function markUnread<PullRequest extends MergedPullRequest & Closing>(
  pullRequest: PullRequest,
  { asFix, refusal }: { asFix: boolean; refusal: string | null },
): PullRequest {
  const { files } = pullRequest;
  if (!files.known) return pullRequest;
  const wanted = new Set(wantedPatches({ ...pullRequest, asFix }));
  const isUnread = (file: (typeof files.value)[number]) =>
    file.patch === undefined && wanted.has(file.path);
  if (!files.value.some(isUnread)) return pullRequest;
  const patch = unknown(refusal ?? NOT_YET);
  return {
    ...pullRequest,
    files: known(files.value.map((file) => (isUnread(file) ? { ...file, patch } : file))),
  };
}
