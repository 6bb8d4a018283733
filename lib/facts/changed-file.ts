import type { Known } from "./known.ts";

export const FILE_STATUSES = [
  "added",
  "modified",
  "removed",
  "renamed",
  "copied",
  "changed",
] as const;

export type FileStatus = (typeof FILE_STATUSES)[number];

export type ChangedFile = {
  /** Of a rename, the new path. */
  readonly path: string;
  readonly previousPath: string | null;
  readonly status: FileStatus;
  readonly additions: number | null;
  readonly deletions: number | null;
  /** The hunks of its unified difference, from the first `@@` on, or why they could not be read; absent where nobody asked for them. */
  readonly patch?: Known<string>;
};
