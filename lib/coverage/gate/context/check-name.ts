import type { Known } from "#/lib/facts/known.ts";
import type { Combination } from "./matrix.ts";

/** What the names of a job's checks are made of. */
export type CheckName = {
  readonly job: string;
  /** The job's `name` as written; null where it has none. */
  readonly name: string | null;
  readonly matrix: Known<readonly Combination[]>;
  /** Of the job that calls this one's file; null where the forge starts it. */
  readonly caller: CheckName | null;
};
