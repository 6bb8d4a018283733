import { createClock } from "../clock.ts";
import { commitOn } from "../git/commit-on.ts";
import { createGit } from "../git/fake-git.ts";
import type { FakeRepository, FakeStore } from "../store.ts";

/** A forge with one repository that holds nothing but three files, `acme/shop`, and one that is empty, `acme/attic`. */
export function tinyStore({ withGit = false } = {}): {
  store: FakeStore;
  repository: FakeRepository;
  other: FakeRepository;
} {
  const repository = emptyRepository(1, "shop");
  const other = emptyRepository(2, "attic");
  const store: FakeStore = {
    version: "1.27.0",
    rootUrl: "https://forge.example",
    viewer: "ada",
    admins: ["ada", "acme"],
    clock: createClock("2026-05-04T08:00:00Z"),
    users: ["acme", "ada", "ben", "cleo"].map((login, index) => ({ id: index + 1, login })),
    repositories: [repository, other],
  };
  const files = [...FILES].map(([path, content]) => ({ kind: "write", path, content }) as const);
  if (withGit) {
    repository.git = createGit();
    const message = "Initial commit";
    commitOn({ store, repository }, { branch: "main", author: "ada", message, changes: files });
  }
  repository.branches[0]?.files.clear();
  for (const { path, content } of files) repository.branches[0]?.files.set(path, content);
  return { store, repository, other };
}

const FILES = new Map([
  ["README.md", "# shop\n"],
  ["src/cart.ts", "export const cart = [];\n"],
  ["src/price.ts", "export const price = 1;\n"],
]);

function emptyRepository(id: number, name: string): FakeRepository {
  return {
    id,
    owner: "acme",
    name,
    formerNames: [],
    moved: new Map(),
    description: "",
    defaultBranch: "main",
    createdAt: "2026-05-01T08:00:00Z",
    labels: [{ id: 1 + id * 100, name: "bug", color: "ee0701", description: "" }],
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
