import type { Faults } from "#/lib/fake/faults.ts";
import type { FakeFile, FakePullRequest } from "#/lib/fake/store.ts";
import { db } from "#/lib/store/db.ts";
import { type SmallForge, smallForge } from "./small-forge.ts";

/** The number of the first fix; the others follow. */
export const FIRST = 5001;
export const HUNKS = "@@ -0,0 +1,2 @@\n+func TestIt(t *testing.T) {\n+}\n";
export const DIFFERENCE = "GET /repos/{owner}/{repo}/pulls/{index}.diff";

/** A file that a pull request adds. */
export const added = (path: string, patch: string | null): FakeFile => ({
  path,
  previousPath: null,
  status: "added",
  additions: patch?.match(/^\+/gm)?.length ?? 0,
  deletions: 0,
  patch,
});

/** A forge with so many merged fixes, the last the newest, each with a test, a product file and a page of its documents. */
export async function withFixes(count: number, faults?: Faults) {
  const small = await smallForge({ pageMax: 50, ...(faults ? { faults } : {}) });
  const [row] = small.core.pulls;
  if (!row) throw new Error("The small forge has no pull request.");
  small.core.pulls = Array.from({ length: count }, (_, index) => {
    const number = FIRST + index;
    const at = `2026-06-01T00:${String(index).padStart(2, "0")}:00Z`;
    const files = [...pathsOf(number), `docs/a${number}.md`].map((path) => added(path, HUNKS));
    const moments = { createdAt: at, updatedAt: at, mergedAt: at, closedAt: at };
    const ids = { id: number, pullId: number, number, mergeSha: `${number}` };
    return { ...row, ...moments, ...ids, title: `fix(core): repair ${number}`, files };
  });
  return small;
}

/** The patches that are stored of a repository. */
export const held = (repositoryId: number) =>
  db.filePatch.findMany({
    where: { repositoryId },
    orderBy: [{ number: "asc" }, { path: "asc" }],
    select: { number: true, path: true, patch: true, why: true },
  });

/** The files of a fix whose patches are wanted. */
export const pathsOf = (number: number) => [`a${number}.go`, `a${number}_test.go`];
/** What is stored of one fix where all its patches are alike. */
export const rowsOf = (number: number, patch: string | null, why: unknown) =>
  pathsOf(number).map((path) => ({ number, path, patch, why }));
/** What is stored of fixes that were read. */
export const readOf = (...numbers: number[]) =>
  numbers.flatMap((number) => rowsOf(number, HUNKS, null));
/** A fix of the forge. */
export const rowOf = (small: SmallForge, number: number): FakePullRequest => {
  const found = small.core.pulls.find((pull) => pull.number === number);
  if (!found) throw new Error(`There is no ${number}.`);
  return found;
};
/** Whether a path asks for a difference; of one fix where its number is given. */
export const isDifference = (path: string, number?: number) =>
  path.endsWith(number === undefined ? ".diff" : `/pulls/${number}.diff`);
