import { stat } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "#/lib/errors.ts";

/** The directory of a repository's clone below a folder of clones; throws with every directory that was tried when there is none. */
export async function findClone(clones: string, repository: string): Promise<string> {
  const [owner = "", name = ""] = repository.split("/");
  const tried = [
    join(clones, `${owner}+${name}`, "repo"),
    join(clones, owner, name),
    join(clones, name),
  ];
  for (const directory of tried) {
    const found = await stat(directory).catch(() => null);
    if (found?.isDirectory()) return directory;
  }
  throw new AppError(
    "not_found",
    `There is no clone of ${repository}. These directories were tried: ${tried.join(", ")}.`,
  );
}
