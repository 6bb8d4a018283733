import { type Known, known, unknown } from "#/lib/facts/known.ts";
import { type Difference, streamChanges } from "../git/stream-changes.ts";
import { type ListedFile, type RawChange, toChangedFiles } from "../git/to-changed-files.ts";
import type { Found } from "./decide-merged.ts";

const FILES_MAX = 10_000;
const MANY = `The pull request touches more than ${FILES_MAX.toLocaleString("en-US")} files.`;

/** The files of pull requests one after the other, by one git for all of them; those that git cannot tell are left out. Throws ForgeError where the mirror lacks something. */
export async function* listFound(
  directory: string,
  found: ReadonlyMap<number, Found>,
): AsyncGenerator<{ readonly number: number; readonly files: Known<readonly ListedFile[]> }> {
  const told = [...found].flatMap(([number, one]) => ("why" in one ? [] : [{ number, ...one }]));
  const differences = told.flatMap(({ difference, proof }): readonly Difference[] =>
    proof === null ? [difference] : [difference, proof],
  );
  const changes = streamChanges(directory, differences, FILES_MAX);
  for (const { number, proof } of told) {
    const files = await next(changes);
    const shown = proof === null ? files : await next(changes);
    if (files === null) yield { number, files: unknown(MANY) };
    else if (proof === null || (shown !== null && isSame(files, shown))) {
      yield { number, files: known(files) };
    }
  }
  // Lets git say how it ended.
  await changes.next();
}

/** Null for one that is too large to be told. */
async function next(
  changes: AsyncGenerator<readonly RawChange[] | null>,
): Promise<readonly ListedFile[] | null> {
  const { value } = await changes.next();
  return value ? toChangedFiles(value) : null;
}

function isSame(files: readonly ListedFile[], others: readonly ListedFile[]): boolean {
  if (files.length !== others.length) return false;
  const names = new Set(files.map(nameOfChange));
  return others.every((one) => names.has(nameOfChange(one)));
}

const nameOfChange = ({ file: { status, path, previousPath } }: ListedFile): string =>
  JSON.stringify([status, path, previousPath]);
