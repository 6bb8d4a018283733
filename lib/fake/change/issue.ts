import type { FakeIssue, FakeRepository } from "../store.ts";
import { keepIds, keepNumber, nextId, nextNumber } from "./next-id.ts";
import { type Ground, isPull, type Place, subjectOf } from "./place.ts";
import { raise } from "./raise.ts";

export type NewIssue = { author: string; title: string; body?: string; labels?: string[] };

export function openIssue(ground: Ground, input: NewIssue): FakeIssue {
  const issue = newIssue(ground, input);
  ground.repository.issues.push(issue);
  raise(ground, { kind: "subject", action: "opened", row: issue, sender: input.author });
  return issue;
}

/** A row with the next number; it stands in no list yet. */
export function newIssue({ store, repository }: Ground, input: NewIssue): FakeIssue {
  const now = store.clock.now();
  return {
    id: nextId(store, "issue"),
    number: nextNumber(repository),
    title: input.title,
    body: input.body ?? "",
    author: input.author,
    labels: [...(input.labels ?? [])],
    state: "open",
    createdAt: now,
    updatedAt: now,
    closedAt: null,
    dueAt: null,
  };
}

export function retitle(place: Place, title: string): void {
  edit(place, { title });
}

/** Changes the title, the body, or both. */
export function edit(place: Place, changed: { title?: string; body?: string }): void {
  const row = subjectOf(place);
  const was = {
    ...(changed.title !== undefined && { title: row.title }),
    ...(changed.body !== undefined && { body: row.body }),
  };
  Object.assign(row, changed);
  row.updatedAt = place.store.clock.now();
  raise(place, { kind: "subject", action: "edited", row, was, sender: place.store.viewer });
}

export function close(place: Place): void {
  const row = subjectOf(place);
  row.state = "closed";
  row.closedAt = place.store.clock.now();
  row.updatedAt = row.closedAt;
  raise(place, { kind: "subject", action: "closed", row, sender: place.store.viewer });
}

/** Opens again what was closed; what was merged stays so. */
export function reopen(place: Place): void {
  const row = subjectOf(place);
  if (isPull(row) && row.mergedAt !== null) {
    throw new Error(`${place.repository.name}#${row.number} was merged and cannot be reopened.`);
  }
  row.state = "open";
  row.closedAt = null;
  row.updatedAt = place.store.clock.now();
  raise(place, { kind: "subject", action: "reopened", row, sender: place.store.viewer });
}

/** Puts a label on it, making the label first where the repository has none of that name. */
export function label(place: Place, name: string): void {
  const row = subjectOf(place);
  const { labels } = place.repository;
  if (!labels.some((each) => each.name === name)) {
    labels.push({ id: nextId(place.store, "label"), name, color: "ededed", description: "" });
  }
  if (row.labels.includes(name)) return;
  relabel(place, { added: [name], removed: [] });
}

export function unlabel(place: Place, name: string): void {
  if (subjectOf(place).labels.includes(name)) relabel(place, { added: [], removed: [name] });
}

function relabel(place: Place, labels: { added: string[]; removed: string[] }): void {
  const row = subjectOf(place);
  const kept = row.labels.filter((name) => !labels.removed.includes(name));
  row.labels = [...kept, ...labels.added];
  row.updatedAt = place.store.clock.now();
  raise(place, { kind: "subject", action: "labels", row, labels, sender: place.store.viewer });
}

/** Gives a label another name; the forge moves no issue for that. */
export function renameLabel(ground: Ground, { from, to }: { from: string; to: string }): void {
  const { repository, store } = ground;
  const found = repository.labels.find((each) => each.name === from);
  if (!found) throw new Error(`${repository.name} has no label ${from}.`);
  found.name = to;
  for (const row of [...repository.issues, ...repository.pulls]) {
    if (row.labels.includes(from))
      row.labels = row.labels.map((name) => (name === from ? to : name));
  }
  raise(ground, { kind: "label-renamed", id: found.id, from, sender: store.viewer });
}

/** Deletes it with all that hangs on it; its number is never given again. */
export function remove(place: Place): void {
  const row = subjectOf(place);
  // Told while it is there, because what is told is read from the rows.
  raise(place, { kind: "subject", action: "deleted", row, sender: place.store.viewer });
  take(place);
}

/** Moves an issue with its comments to another repository, where it has a new number. */
export function transfer(place: Place, target: FakeRepository): FakeIssue {
  const { store, repository, number } = place;
  const row = subjectOf(place);
  if (isPull(row)) throw new Error(`${repository.name}#${number} is a pull request and stays.`);
  const comments = repository.comments.filter((each) => each.number === number);
  // Told while it is there, because what is told is read from the rows.
  raise(place, { kind: "subject", action: "transferred", row, sender: store.viewer });
  take(place);
  const moved = {
    ...row,
    id: nextId(store, "issue"),
    number: nextNumber(target),
    labels: row.labels.filter((name) => target.labels.some((each) => each.name === name)),
    updatedAt: store.clock.now(),
  };
  const fullName = `${target.owner}/${target.name}`;
  repository.moved.set(number, { repository: fullName, number: moved.number });
  target.issues.push(moved);
  target.comments.push(...comments.map((each) => ({ ...each, number: moved.number })));
  const there = { store, repository: target };
  raise(there, { kind: "subject", action: "opened", row: moved, sender: store.viewer });
  return moved;
}

function take({ store, repository, number }: Place): void {
  keepIds(store, "issue", "pull", "comment", "review");
  keepNumber(repository);
  const others = (row: { number: number }) => row.number !== number;
  repository.issues = repository.issues.filter(others);
  repository.pulls = repository.pulls.filter(others);
  repository.comments = repository.comments.filter(others);
  repository.reviews = repository.reviews.filter(others);
  repository.revision += 1;
}
