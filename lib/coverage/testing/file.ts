import type { ChangedFile, FileStatus } from "#/lib/facts/changed-file.ts";
import { known } from "#/lib/facts/known.ts";

/** A changed file as a forge gives it, without a patch. */
export function file(
  path: string,
  status: FileStatus = "modified",
  additions: number | null = null,
): ChangedFile {
  const previousPath = status === "renamed" ? "old" : null;
  return { path, previousPath, status, additions, deletions: null };
}

/** A changed file with the lines of its patch, each with its sign in front; the first hunk begins at line 1. */
export function patched(
  path: string,
  lines: readonly string[],
  { status = "modified", heading = "" }: { status?: FileStatus; heading?: string } = {},
): ChangedFile {
  const head = `@@ -1,${lines.length} +1,${lines.length} @@${heading === "" ? "" : ` ${heading}`}`;
  return { ...file(path, status), patch: known([head, ...lines].join("\n")) };
}

/** A test that calls a function, in the form that most languages' readers know. */
export const goTest = (path: string, calls: string): ChangedFile =>
  patched(
    path,
    [
      "+package a",
      "+",
      "+func TestIt(t *testing.T) {",
      `+\tif got := ${calls}(1); got != 2 {`,
      '+\t\tt.Fatalf("got %d", got)',
      "+\t}",
      "+}",
    ],
    { status: "added" },
  );
