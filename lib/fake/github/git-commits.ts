import { changedFiles } from "../git/changed-files.ts";
import type { FakeGit } from "../git/fake-git.ts";
import { type GitCommit, readCommit } from "../git/read-commit.ts";
import { remembered } from "../gitea/remember.ts";
import type { FakePullRequest, FakeRepository } from "../store.ts";
import type { Commit } from "./commit.ts";
import { broughtShasOf } from "./own-commits.ts";

const walksOf = remembered(() => new Map<string, Commit[]>());
/** The merged pull request that brought a commit: as its merge, as one of its own, or as what a rebase made of that. */
const broughtBy = remembered((repository) => {
  const pulls = new Map<string, FakePullRequest>();
  for (const pull of repository.pulls) {
    if (pull.mergedAt === null) continue;
    for (const sha of broughtShasOf(repository, pull)) pulls.set(sha, pull);
  }
  return pulls;
});

/** Every commit that one leads to, not only along first parents, newest first as git walks them. */
export function walkGit(repository: FakeRepository, git: FakeGit, tip: string): Commit[] {
  const walks = walksOf(repository);
  const known = walks.get(tip);
  if (known) return known;
  const commits: Commit[] = [];
  const waiting = [readCommit(git, tip)];
  const met = new Set([tip]);
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    commits.push(commitFromGit(repository, git, next));
    for (const id of next.parents) {
      if (met.has(id)) continue;
      met.add(id);
      insert(waiting, readCommit(git, id));
    }
  }
  walks.set(tip, commits);
  return commits;
}

/** Keeps the newest first; of one second, the one that was met first. */
function insert(waiting: GitCommit[], commit: GitCommit): void {
  const place = waiting.findIndex(({ at }) => at < commit.at);
  waiting.splice(place < 0 ? waiting.length : place, 0, commit);
}

export function commitFromGit(
  repository: FakeRepository,
  git: FakeGit,
  { id, parents, at, author, message }: GitCommit,
): Commit {
  return {
    sha: id,
    parents,
    at,
    author,
    message: message.trimEnd(),
    // Few who ask for a commit ask for this too, and it takes a look at every pull request.
    get pull() {
      return broughtBy(repository).get(id) ?? null;
    },
    files: () => changedFiles(git, parents[0] ?? null, id),
  };
}
