import { readFiles } from "../git/read-files.ts";
import { tipOf } from "../git/tip-of.ts";
import { filesAt } from "../gitea/files-at.ts";
import { remembered } from "../gitea/remember.ts";
import { sha1 } from "../sha1.ts";
import type { FakeRepository } from "../store.ts";

export type StoredFile = { id: string; mode: string; read: () => Buffer };
type Files = ReadonlyMap<string, StoredFile>;

const kept = remembered(() => new Map<string, Files | null>());

/** The files of a branch or a commit; null where nobody knows it. Without git only the tip's are kept. */
export function filesOf(repository: FakeRepository, ref: string): Files | null {
  const known = kept(repository);
  const files = known.get(ref) ?? readAll(repository, ref);
  known.set(ref, files);
  return files;
}

function readAll(repository: FakeRepository, ref: string): Files | null {
  const { git } = repository;
  if (!git) {
    const texts = filesAt(repository, ref);
    return texts && new Map([...texts].map(([path, text]) => [path, fromText(text)]));
  }
  const tip = tipOf(git, ref);
  if (tip === null) return null;
  const entries = [...readFiles(git, tip)];
  return new Map(
    entries.map(([path, { id, mode }]) => [
      path,
      { id, mode, read: () => git.objects.read("blob", id) },
    ]),
  );
}

function fromText(text: string): StoredFile {
  return { id: sha1(text), mode: "100644", read: () => Buffer.from(text) };
}

/** The bytes of a file by its id, wherever it lies; null where there is none. */
export function blobOf(repository: FakeRepository, id: string): Buffer | null {
  const { git, branches } = repository;
  if (git?.objects.kindOf(id) === "blob") return git.objects.read("blob", id);
  if (git) return null;
  for (const { name } of branches) {
    const found = [...(filesOf(repository, name)?.values() ?? [])].find((file) => file.id === id);
    if (found) return found.read();
  }
  return null;
}
