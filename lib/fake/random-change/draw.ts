import type { FileChange } from "../change/file-change.ts";
import type { Ground } from "../change/place.ts";
import type { Random } from "../random.ts";
import type { FakePullRequest, FakeRepository } from "../store.ts";

export type Draw = Ground & { random: Random };

/** Makes its change and says what it was; null where nothing is there to change. */
export type Verb = (draw: Draw) => string | null;

export function subjects(repository: FakeRepository) {
  return [...repository.issues, ...repository.pulls];
}

export function anyNumber(random: Random, repository: FakeRepository): number | null {
  const rows = subjects(repository);
  return rows.length === 0 ? null : random.pick(rows).number;
}

export function openPullOf(random: Random, { pulls }: FakeRepository): FakePullRequest | null {
  const open = pulls.filter(({ state }) => state === "open");
  return open.length === 0 ? null : random.pick(open);
}

export function writeOf(random: Random): FileChange {
  const path = `src/invented/file-${random.below(400)}.ts`;
  return { kind: "write", path, content: `export const value = ${random.below(1_000_000)};\n` };
}

export const wordsOf = (random: Random): string =>
  `Words that say nothing, number ${random.below(1_000_000)}.`;
