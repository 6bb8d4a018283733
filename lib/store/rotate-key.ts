import { beginNewKey, dropOldestKeys, isKeyFile } from "./key.ts";
import { type Resealed, resealAll } from "./reseal-all.ts";

export type Rotated = Resealed & {
  /** Whether the key is a file, which was replaced; else it is GATELINE_KEY, which only the operator replaces. */
  readonly newFile: boolean;
};

/**
 * Brings every stored secret under a new key. The key in the data directory is replaced by a new one; a
 * crash on the way loses nothing, for the file names all keys until everything is sealed anew. Where the
 * key is in the environment, the operator has put the new one there before.
 */
export async function rotateKey(): Promise<Rotated> {
  const newFile = isKeyFile();
  if (newFile) beginNewKey();
  const done = await resealAll();
  if (newFile) dropOldestKeys();
  return { newFile, ...done };
}
