import type { Forge } from "#/lib/forge/forge.ts";
import type { Progress } from "#/lib/store/sync-runs.ts";

/** One repository being brought up to date. */
export type SyncTask = {
  readonly repositoryId: number;
  readonly fullName: string;
  readonly defaultBranch: string;
  /** Files of pull requests merged before this moment are not asked for, nor direct commits made before it; null asks for all. */
  readonly filesSince: Date | null;
  readonly forge: Forge;
  readonly signal: AbortSignal;
  readonly now: () => Date;
  readonly report: (progress: Progress) => Promise<void>;
  /** Makes sure, once a pass and before a row of it is written, that the name still belongs to the repository that is in scope; throws AppError conflict otherwise. */
  readonly confirm: () => Promise<void>;
};
