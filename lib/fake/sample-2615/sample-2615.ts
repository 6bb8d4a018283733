import { createClock } from "../clock.ts";
import type { FakeStore } from "../store.ts";
import { controlplane } from "./controlplane.ts";
import { core } from "./core.ts";
import { unaudited } from "./unaudited.ts";

/** The founding program's five repositories, as they stood on the evening of its first day. */
export function sample2615(): FakeStore {
  const store: FakeStore = {
    version: "1.27.0",
    rootUrl: "https://git.molecule-ai.example",
    viewer: "claude-ceo-assistant",
    admins: ["molecule-ai", "claude-ceo-assistant"],
    clock: createClock("2026-06-12T18:00:00Z"),
    users: [
      { id: 1, login: "molecule-ai" },
      { id: 2, login: "claude-ceo-assistant" },
      { id: 3, login: "kimi" },
      { id: 4, login: "minimax" },
      { id: 5, login: "cr2" },
      { id: 6, login: "fleet-engineer" },
    ],
    repositories: [core(), controlplane(), ...unaudited()],
  };
  giveIds(store);
  return store;
}

function giveIds({ repositories }: FakeStore): void {
  const pulls = repositories.flatMap((repository) => repository.pulls);
  const issues = [...pulls, ...repositories.flatMap((repository) => repository.issues)];
  const comments = repositories.flatMap((repository) => repository.comments);
  for (const [index, row] of issues.toSorted(byCreation).entries()) row.id = 9001 + index;
  for (const [index, row] of pulls.toSorted(byCreation).entries()) row.pullId = 3001 + index;
  for (const [index, row] of comments.toSorted(byCreation).entries()) row.id = 24_001 + index;
}

type Numbered = { createdAt: string; number: number };

function byCreation(a: Numbered, b: Numbered): number {
  return a.createdAt.localeCompare(b.createdAt) || a.number - b.number;
}
