import type { CheckFact } from "#/lib/facts/check.ts";
import type { Known } from "#/lib/facts/known.ts";
import type { ProtectionFact } from "#/lib/facts/protection.ts";
import type { Gate } from "../gate/gate.ts";

/** What the forge told of the runs around one merged fix. */
export type ObservedRuns = {
  /** What the contexts said of the head that was merged. */
  readonly head: Known<readonly CheckFact[]>;
  /** What they said of the commit that merged it. */
  readonly merged: Known<readonly CheckFact[]>;
  /** Whether this context was seen to succeed on a commit that came to the default branch later. */
  readonly passedLater: (context: string) => boolean;
  /** What the default branch demands now; null in it where it is not protected. */
  readonly demands: Known<ProtectionFact | null>;
  /** Every context that any commit was seen to have; of a repository without one, nothing is told of any run. */
  readonly seen: readonly string[];
  /** Whether a job reports under this context. */
  readonly reports: (gate: Gate, context: string) => boolean;
  /** Whether a demanded pattern asks for this context, by the forge's own rule. */
  readonly asksFor: (pattern: string, context: string) => boolean;
  /** The contexts under which a job will report, as far as its file tells. */
  readonly contextsOf: (gate: Gate) => readonly string[];
};

/** An answer with the sentence behind it; `unknown` names the fact that is missing. */
export type Told = { readonly holds: "yes" | "no" | "unknown"; readonly why: string };
