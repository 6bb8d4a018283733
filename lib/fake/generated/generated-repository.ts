import type { FakeRepository } from "../store.ts";
import { contextOf } from "./checks.ts";
import { openIssue } from "./issue-step.ts";
import { momentOf } from "./moment.ts";
import type { Options } from "./options.ts";
import { editOf } from "./planned-file.ts";
import { LOGINS } from "./pull-row.ts";
import { endPulls, openPull } from "./pull-step.ts";
import { renderFile } from "./render-file.ts";
import { beginWalk, START, type Walk } from "./walk.ts";
import { ciJobs, workflows } from "./workflows.ts";
import { filesOf } from "./world.ts";

export type Generated = {
  readonly repository: FakeRepository;
  /** A moment after all others of it. */
  readonly end: string;
};

const LEFT_OPEN = 5;
const PUSH_SHARE = 0.03;

/** Makes a repository from its first number to its last: each number is an issue or a pull request, and what is due ends in between. */
export function generateRepository(options: Options): Generated {
  const walk = beginWalk(options);
  pushFirst(walk);
  const total = options.pulls + options.issues;
  for (let number = 1; number <= total; number += 1) {
    walk.now += 1 + walk.random.below(walk.pace * 2 - 1);
    endPulls(walk);
    const left = options.pulls - walk.pulls.length;
    const isPull = walk.random.below(total - number + 1) < left;
    if (isPull) openPull(walk, number, left <= Math.min(LEFT_OPEN, options.pulls / 4));
    else openIssue(walk, number);
    if (walk.random.chance(PUSH_SHARE)) push(walk, number + total);
  }
  return { repository: toRepository(walk), end: momentOf(walk.now + walk.pace * 8 + 3600) };
}

function pushFirst({ world, history }: Walk): void {
  const files = [...filesOf(world)].map(
    (file) => [file.path, renderFile(file, file.blocks)] as const,
  );
  const changes = [...files, ...Object.entries(workflows)].map(([path, content]) => {
    return { kind: "write" as const, path, content };
  });
  history.push({ title: "chore: begin", author: LOGINS[0], at: momentOf(START), changes });
}

/** A commit on the default branch that nobody reviewed. */
function push({ world, random, history, directCommits, now }: Walk, mark: number): void {
  const { product: file } = random.pick(random.pick(world.areas).pairs);
  if (file.isTaken) return;
  const { blocks } = editOf(file, mark, random);
  if (blocks === null) return;
  const [title, author, at] = [
    `chore: tidy ${file.name}, ${mark}`,
    random.pick(LOGINS),
    momentOf(now),
  ];
  const content = renderFile(file, blocks);
  const changes = [{ kind: "write" as const, path: file.path, content }];
  const sha = history.push({ title, author, at, changes });
  file.blocks = blocks;
  directCommits.push({ sha, title, body: "", author, at, paths: [file.path] });
}

function toRepository(walk: Walk): FakeRepository {
  const { issues, pulls, comments, reviews, runs, statuses, directCommits, history } = walk;
  comments.sort((a, b) => order(a.createdAt, b.createdAt));
  for (const [index, comment] of comments.entries()) comment.id = 24_001 + index;
  reviews.sort((a, b) => order(a.submittedAt, b.submittedAt));
  for (const [index, review] of reviews.entries()) review.id = 7001 + index;
  return {
    id: 1,
    owner: "fleet",
    name: "generated",
    formerNames: [],
    moved: new Map(),
    description: "Made from a seed",
    defaultBranch: "main",
    createdAt: momentOf(START),
    labels: ["bug", "incident", "feature", "docs"].map((name, index) => {
      return { id: 11 + index, name, color: "d73a4a", description: "" };
    }),
    issues,
    pulls,
    comments,
    reviews,
    runs,
    directCommits,
    branches: [mainOf(walk)],
    git: history.git,
    statuses,
    revision: 0,
    hooks: [],
    outbox: [],
  };
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function mainOf({ world }: Walk): FakeRepository["branches"][number] {
  const files = new Map(Object.entries(workflows));
  for (const file of filesOf(world)) files.set(file.path, renderFile(file, file.blocks));
  const protection = {
    rule: "main",
    checksRequired: true,
    contexts: ciJobs.map((job) => contextOf(job, "pull_request")),
    approvals: 1,
    blocksAdmins: false,
    bypassers: null,
  };
  return { name: "main", files, protection };
}
