import { protect, requireContexts, setStatus, unprotect } from "./protect.ts";
import { deleteFile, editFile, push, renameFile } from "./push.ts";
import { sha1 } from "./sha1.ts";
import type { FakeComment, FakePullRequest, FakeRepository, FakeStore } from "./store.ts";

type Place = { store: FakeStore; repository: FakeRepository; number: number };

/** The changes that a forge makes, with the same effect on `updated_at` as there. */
export const change = {
  comment,
  editComment,
  retitle,
  close,
  merge,
  remove,
  rename,
  push,
  editFile,
  renameFile,
  deleteFile,
  setStatus,
  protect,
  unprotect,
  requireContexts,
};

function comment(place: Place, input: { author: string; body: string }): FakeComment {
  const now = place.store.clock.now();
  const ids = place.store.repositories.flatMap((each) => each.comments.map((row) => row.id));
  const added = {
    id: Math.max(0, ...ids) + 1,
    number: place.number,
    ...input,
    createdAt: now,
    updatedAt: now,
  };
  place.repository.comments.push(added);
  subject(place).updatedAt = now;
  return added;
}

function editComment(place: Place, { id, body }: { id: number; body: string }): void {
  const found = place.repository.comments.find((row) => row.id === id);
  if (!found) throw new Error(`There is no comment ${id} to edit.`);
  found.body = body;
  // The forge leaves the issue's own updated_at alone here.
  found.updatedAt = place.store.clock.now();
}

function retitle(place: Place, title: string): void {
  const row = subject(place);
  row.title = title;
  row.updatedAt = place.store.clock.now();
}

function close(place: Place): void {
  const row = subject(place);
  row.state = "closed";
  row.closedAt = place.store.clock.now();
  row.updatedAt = row.closedAt;
}

function merge(place: Place, mergedBy: string): void {
  const pull = pullOrThrow(place);
  close(place);
  pull.mergedAt = pull.closedAt;
  pull.mergedBy = mergedBy;
  pull.mergeSha = sha1(`${place.repository.name}#${pull.number} merged`);
  const branch = place.repository.branches.find((each) => each.name === pull.baseRef);
  if (!branch) return;
  for (const file of pull.files) {
    if (file.previousPath && file.status === "renamed") branch.files.delete(file.previousPath);
    if (file.status === "deleted") branch.files.delete(file.path);
    else if (!branch.files.has(file.path)) branch.files.set(file.path, `${file.path}\n`);
  }
}

function remove(place: Place): void {
  const { repository, number } = place;
  repository.issues = repository.issues.filter((row) => row.number !== number);
  repository.pulls = repository.pulls.filter((row) => row.number !== number);
  repository.comments = repository.comments.filter((row) => row.number !== number);
}

function rename(repository: FakeRepository, name: string): void {
  repository.formerNames.push(repository.name);
  repository.name = name;
}

function subject({ repository, number }: Place) {
  const found = [...repository.issues, ...repository.pulls].find((row) => row.number === number);
  if (!found) throw new Error(`${repository.name} has no issue or pull request #${number}.`);
  return found;
}

function pullOrThrow({ repository, number }: Place): FakePullRequest {
  const found = repository.pulls.find((row) => row.number === number);
  if (!found) throw new Error(`${repository.name} has no pull request #${number}.`);
  return found;
}
