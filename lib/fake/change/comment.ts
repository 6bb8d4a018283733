import type { FakeComment } from "../store.ts";
import { keepIds, nextId } from "./next-id.ts";
import { type Ground, type Place, subjectOf } from "./place.ts";
import { raise } from "./raise.ts";

export function comment(place: Place, input: { author: string; body: string }): FakeComment {
  const { store, repository, number } = place;
  const row = subjectOf(place);
  const now = store.clock.now();
  const { author, body } = input;
  const id = nextId(store, "comment");
  const added = { id, number, author, body, createdAt: now, updatedAt: now };
  repository.comments.push(added);
  row.updatedAt = now;
  raise(place, { kind: "comment", action: "created", comment: added, row, sender: author });
  return added;
}

/** The forge leaves the issue's own `updated_at` alone here. */
export function editComment(ground: Ground, { id, body }: { id: number; body: string }): void {
  const found = commentOrThrow(ground, id);
  const was = { body: found.body };
  found.body = body;
  found.updatedAt = ground.store.clock.now();
  const row = subjectOf({ ...ground, number: found.number });
  const sender = found.author;
  raise(ground, { kind: "comment", action: "edited", comment: found, row, was, sender });
}

/** The forge leaves the issue's own `updated_at` alone here too. */
export function deleteComment(ground: Ground, id: number): void {
  const { store, repository } = ground;
  const found = commentOrThrow(ground, id);
  const row = subjectOf({ ...ground, number: found.number });
  // Told while it is there, because what is told is read from the rows.
  raise(ground, { kind: "comment", action: "deleted", comment: found, row, sender: store.viewer });
  keepIds(store, "comment");
  repository.comments = repository.comments.filter((each) => each.id !== id);
  repository.revision += 1;
}

function commentOrThrow({ repository }: Ground, id: number): FakeComment {
  const found = repository.comments.find((row) => row.id === id);
  if (!found) throw new Error(`${repository.name} has no comment ${id}.`);
  return found;
}
