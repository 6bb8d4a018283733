import { change } from "./change.ts";
import type { Random } from "./random.ts";
import type { Verb } from "./random-change/draw.ts";
import * as issues from "./random-change/issue.ts";
import * as pulls from "./random-change/pull.ts";
import * as rest from "./random-change/repository.ts";
import type { FakeRepository, FakeStore } from "./store.ts";

export type RandomChangeOptions = {
  /** Where an issue may be moved to; absent moves none, as no Gitea does. */
  transferTo?: FakeRepository;
  /** Whether the repository may get another name; absent is not. */
  renames?: boolean;
};

// A verb that stands here twice is drawn twice as often.
const VERBS: readonly Verb[] = [
  issues.openIssue,
  pulls.openPull,
  pulls.openPull,
  issues.comment,
  issues.comment,
  issues.editComment,
  issues.deleteComment,
  issues.label,
  issues.unlabel,
  issues.renameLabel,
  issues.retitle,
  issues.close,
  issues.reopen,
  pulls.merge,
  pulls.merge,
  pulls.pushToPull,
  pulls.review,
  pulls.review,
  pulls.dismissReview,
  pulls.requestReview,
  rest.status,
  rest.startRun,
  rest.moveRun,
  rest.moveRun,
  issues.remove,
  rest.protect,
  rest.push,
];

/** Picks one change by chance, makes it, and says in a few words what it was. The same chance on the same rows is the same change. */
export function randomChange(
  random: Random,
  store: FakeStore,
  repository: FakeRepository,
  options: RandomChangeOptions = {},
): string {
  const draw = { random, store, repository };
  const verbs = [...VERBS, ...more(options)];
  for (const verb of random.shuffle(verbs)) {
    const said = verb(draw);
    if (said !== null) return said;
  }
  return issues.openIssue(draw);
}

function more({ transferTo, renames = false }: RandomChangeOptions): Verb[] {
  const transfer: Verb = ({ random, store, repository }) => {
    if (!transferTo || repository.issues.length === 0) return null;
    const { number } = random.pick(repository.issues);
    const moved = change.transfer({ store, repository, number }, transferTo);
    return `transfer #${number} to ${transferTo.name}#${moved.number}`;
  };
  const rename: Verb = ({ random, store, repository }) => {
    const name = `repository-${random.below(1_000_000)}`;
    change.rename({ store, repository }, name);
    return `rename the repository to ${name}`;
  };
  return [...(transferTo ? [transfer] : []), ...(renames ? [rename] : [])];
}
