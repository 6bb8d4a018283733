import { change } from "../change.ts";
import { anyNumber, type Draw, subjects, wordsOf } from "./draw.ts";

const LABELS = ["bug", "gate", "flaky", "area/api", "area/web"];

export function openIssue({ random, store, repository }: Draw): string {
  const author = random.pick(store.users).login;
  const title = `Invented fault ${random.below(1_000_000)}`;
  const { number } = change.openIssue(
    { store, repository },
    { author, title, body: wordsOf(random) },
  );
  return `open issue #${number}`;
}

export function comment({ random, store, repository }: Draw): string | null {
  const number = anyNumber(random, repository);
  if (number === null) return null;
  const author = random.pick(store.users).login;
  const { id } = change.comment({ store, repository, number }, { author, body: wordsOf(random) });
  return `comment ${id} on #${number}`;
}

export function editComment({ random, store, repository }: Draw): string | null {
  if (repository.comments.length === 0) return null;
  const { id } = random.pick(repository.comments);
  change.editComment({ store, repository }, { id, body: wordsOf(random) });
  return `edit comment ${id}`;
}

export function deleteComment({ random, store, repository }: Draw): string | null {
  if (repository.comments.length === 0) return null;
  const { id } = random.pick(repository.comments);
  change.deleteComment({ store, repository }, id);
  return `delete comment ${id}`;
}

export function label({ random, store, repository }: Draw): string | null {
  const name = random.pick(LABELS);
  const without = subjects(repository).filter(({ labels }) => !labels.includes(name));
  if (without.length === 0) return null;
  const { number } = random.pick(without);
  change.label({ store, repository, number }, name);
  return `label #${number} ${name}`;
}

export function unlabel({ random, store, repository }: Draw): string | null {
  const labelled = subjects(repository).filter(({ labels }) => labels.length > 0);
  if (labelled.length === 0) return null;
  const { number, labels } = random.pick(labelled);
  const name = random.pick(labels);
  change.unlabel({ store, repository, number }, name);
  return `unlabel #${number} ${name}`;
}

export function renameLabel({ random, store, repository }: Draw): string | null {
  if (repository.labels.length === 0) return null;
  const from = random.pick(repository.labels).name;
  const to = `label-${random.below(1_000_000)}`;
  change.renameLabel({ store, repository }, { from, to });
  return `rename label ${from} to ${to}`;
}

export function retitle({ random, store, repository }: Draw): string | null {
  const number = anyNumber(random, repository);
  if (number === null) return null;
  change.retitle({ store, repository, number }, `Another title ${random.below(1_000_000)}`);
  return `retitle #${number}`;
}

export function close({ random, store, repository }: Draw): string | null {
  const open = subjects(repository).filter(({ state }) => state === "open");
  if (open.length === 0) return null;
  const { number } = random.pick(open);
  change.close({ store, repository, number });
  return `close #${number}`;
}

export function reopen({ random, store, repository }: Draw): string | null {
  const closed = [
    ...repository.issues.filter(({ state }) => state === "closed"),
    ...repository.pulls.filter(({ state, mergedAt }) => state === "closed" && mergedAt === null),
  ];
  if (closed.length === 0) return null;
  const { number } = random.pick(closed);
  change.reopen({ store, repository, number });
  return `reopen #${number}`;
}

export function remove({ random, store, repository }: Draw): string | null {
  const number = anyNumber(random, repository);
  if (number === null) return null;
  change.remove({ store, repository, number });
  return `remove #${number}`;
}
