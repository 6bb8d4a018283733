import { createClock } from "../../clock.ts";
import type { FakePullRequest, FakeRepository, FakeStore } from "../../store.ts";
import { commitOn } from "../commit-on.ts";
import { createGit } from "../fake-git.ts";
import { type OpenPullHead, openPullHead } from "../open-pull-head.ts";
import type { GitPlace } from "../place.ts";

/** A forge with one repository that has git and a commit of two files, `fleet/core`, and one without, `fleet/plain`. */
export function placeWithGit(): GitPlace {
  const repository = { ...repositoryOf(1, "core"), formerNames: ["kernel"], git: createGit() };
  const store: FakeStore = {
    version: "1.27.0",
    rootUrl: "https://forge.example",
    viewer: "kimi",
    admins: [],
    clock: createClock("2026-01-01T00:00:00Z"),
    users: [{ id: 1, login: "kimi" }],
    repositories: [repository, repositoryOf(2, "plain")],
  };
  const place = { store, repository };
  commitOn(place, {
    branch: "main",
    author: "kimi",
    message: "feat: begin",
    changes: [
      { kind: "write", path: "src/a.ts", content: "export const a = 1;\n" },
      { kind: "write", path: "README.md", content: lines(30).join("\n") },
    ],
  });
  return place;
}

export const lines = (count: number): string[] =>
  Array.from({ length: count }, (_, nth) => `line ${nth}`);

function repositoryOf(id: number, name: string): FakeRepository {
  return {
    id,
    owner: "fleet",
    name,
    formerNames: [],
    moved: new Map(),
    description: "",
    defaultBranch: "main",
    createdAt: "2026-01-01T00:00:00Z",
    labels: [],
    issues: [],
    pulls: [],
    comments: [],
    reviews: [],
    runs: [],
    directCommits: [],
    branches: [{ name: "main", files: new Map(), protection: null }],
    git: null,
    statuses: new Map(),
    revision: 0,
    hooks: [],
    outbox: [],
  };
}

/** Opens a pull request with its row. */
export function openPull(place: GitPlace, input: Omit<OpenPullHead, "baseRef">): FakePullRequest {
  const { headSha, files } = openPullHead(place, { ...input, baseRef: "main" });
  const at = place.store.clock.now();
  const pull: FakePullRequest = {
    id: input.number,
    pullId: input.number,
    number: input.number,
    title: input.message,
    body: "",
    author: input.author,
    labels: [],
    state: "open",
    createdAt: at,
    updatedAt: at,
    closedAt: null,
    dueAt: null,
    draft: false,
    mergedAt: null,
    mergedBy: null,
    mergeSha: null,
    baseRef: "main",
    headRef: input.headRef,
    headSha,
    headForkDeleted: false,
    files,
  };
  place.repository.pulls.push(pull);
  return pull;
}
