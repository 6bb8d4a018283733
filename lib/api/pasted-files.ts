import type { BenchInput } from "#/lib/contract/policy.ts";
import type { ChangedFile } from "#/lib/facts/changed-file.ts";
import { type Known, known, unknown } from "#/lib/facts/known.ts";
import { readDifference } from "#/lib/sync/read-difference.ts";

type Pasted = Pick<NonNullable<BenchInput["pasted"]>, "files" | "diff">;

/** The files of a pasted change, by its difference where there is one; unknown where neither it nor a list was given. */
export function pastedFiles({ files, diff }: Pasted): Known<readonly ChangedFile[]> {
  if (diff !== undefined && diff.trim() !== "") return known(readDifference(diff));
  if (files === undefined) return unknown("Neither files nor a difference were pasted.");
  return known(
    files.map(({ path, status, patch }): ChangedFile => {
      const file = { path, previousPath: null, status, additions: null, deletions: null };
      return patch === undefined ? file : { ...file, patch: known(patch) };
    }),
  );
}
