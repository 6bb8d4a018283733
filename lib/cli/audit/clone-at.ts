import { AppError } from "#/lib/errors.ts";
import { commitAt } from "#/lib/forge/git/commit-at.ts";
import { type Clone, openClone } from "#/lib/forge/git/open-clone.ts";

/** A clone as it stood at a moment, at its HEAD where none is given; throws AppError usage for a directory or moment that cannot be looked at. */
export async function cloneAt(directory: string, until: Date | null): Promise<Clone> {
  const clone = await openClone(directory);
  if (until === null) return clone;
  const head = await commitAt(clone, until);
  if (head === null) {
    throw new AppError(
      "usage",
      `The history of ${directory} begins after ${until.toISOString()}. Give a later --until.`,
    );
  }
  return { ...clone, head };
}
