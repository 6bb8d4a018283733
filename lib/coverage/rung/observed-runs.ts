import type { CheckFact } from "#/lib/facts/check.ts";
import type { Known } from "#/lib/facts/known.ts";
import type { ProtectionFact } from "#/lib/facts/protection.ts";
import type { Blocking } from "../gate/context/blocking.ts";
import type { Gate } from "../gate/gate.ts";

/** What the forge told of the runs and demands of a repository, whatever the fix. */
export type RepositoryRuns = {
  /** What the default branch demands now; null in it where it is not protected. */
  readonly demands: Known<ProtectionFact | null>;
  /** Why the last look at the checks was not whole: then what was not seen to succeed may have; null where it was. */
  readonly unread: string | null;
  /** Whether any commit was seen to have a check: of a repository without one, nothing is told of any run. */
  readonly anySeen: boolean;
  /** The contexts of a job: those that it was seen to report under, else those that its file tells. */
  readonly contextsOf: (gate: Gate) => readonly string[];
  /** How a failure of a job can block a merge, and the demanded contexts by which it does: its own, or those of the jobs that stand for it. */
  readonly blockingOf: (
    gate: Gate,
  ) => Pick<Blocking, "required" | "maskedBy"> & { readonly contexts: readonly string[] };
  /** Whether this context was seen to succeed on the default branch, of a fix: on a commit that came there later. */
  readonly passedLater: (context: string) => boolean;
};

/** What it told around one merged fix. */
export type ObservedRuns = RepositoryRuns & {
  /** What the contexts said of the head that was merged. */
  readonly head: Known<readonly CheckFact[]>;
  readonly mergedAt: Date;
  /** What they said of the commit that merged it. */
  readonly merged: Known<readonly CheckFact[]>;
};

/** An answer with the sentence behind it; `unknown` names the fact that is missing. */
export type Told = { readonly holds: "yes" | "no" | "unknown"; readonly why: string };
