import { readFiles } from "../git/read-files.ts";
import { tipOf } from "../git/tip-of.ts";
import { sha1 } from "../sha1.ts";
import type { FakeRepository } from "../store.ts";
import { filesAt } from "./files-at.ts";
import { remembered } from "./remember.ts";

export type StoredFile = { id: string; mode: string; read: () => Uint8Array };
export type StoredFiles = ReadonlyMap<string, StoredFile>;

// Of so many refs the lists are kept at once.
const REFS_MAX = 8;
const kept = remembered(() => new Map<string, StoredFiles | null>());

/** The files of a branch or a commit by their paths, the default branch where none is named; null where there is no such thing. */
export function storedFiles(repository: FakeRepository, asked: string | null): StoredFiles | null {
  const ref = asked || repository.defaultBranch;
  const known = kept(repository);
  const files = known.get(ref) ?? readAll(repository, ref);
  if (known.size >= REFS_MAX) known.clear();
  known.set(ref, files);
  return files;
}

function readAll(repository: FakeRepository, ref: string): StoredFiles | null {
  const { git } = repository;
  if (!git) {
    const texts = filesAt(repository, ref);
    return texts && new Map([...texts].map(([path, text]) => [path, fromText(text)]));
  }
  const tip = tipOf(git, ref);
  if (tip === null) return null;
  return new Map(
    [...readFiles(git, tip)].map(([path, { id, mode }]) => [
      path,
      { id, mode, read: () => git.objects.read("blob", id) },
    ]),
  );
}

function fromText(text: string): StoredFile {
  return { id: sha1(text), mode: "100644", read: () => Buffer.from(text) };
}
