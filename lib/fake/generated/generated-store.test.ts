import { expect, test } from "vitest";
import { gitOf } from "../git/place.ts";
import { onDisk } from "../git/testing/on-disk.ts";
import { sizesOf } from "../git/testing/told-by-git.ts";
import type { FakeFile, FakeFileStatus, FakeRepository } from "../store.ts";
import { generatedStore } from "./generated-store.ts";
import type { GeneratedOptions } from "./options.ts";

function generated(options: GeneratedOptions): FakeRepository {
  const [repository] = generatedStore(options).repositories;
  if (!repository) throw new Error("A generated store has a repository.");
  return repository;
}

const numbersOf = ({ issues, pulls }: FakeRepository): number[] =>
  [...issues, ...pulls].map(({ number }) => number).toSorted((a, b) => a - b);

const rowsOf = ({ git: _git, ...repository }: FakeRepository) => repository;

test("the same seed gives the same store, another seed another", () => {
  const [one, again, other] = [3, 3, 4].map((seed) => generated({ seed, pulls: 60 }));
  expect(one && rowsOf(one)).toEqual(again && rowsOf(again));
  expect(one?.git?.refs).toEqual(again?.git?.refs);
  expect(one?.git?.refs).not.toEqual(other?.git?.refs);
});

test("without git the rows are the same but for the ids of commits", () => {
  const [written, madeUp] = [true, false].map((withGit) => generated({ pulls: 80, withGit }));
  const told = (repository: FakeRepository | undefined) =>
    repository?.pulls.map(({ headSha: _head, mergeSha, ...pull }) => {
      return { ...pull, isMerged: mergeSha !== null };
    });
  expect(told(madeUp)).toEqual(told(written));
  expect(madeUp?.git).toBeNull();
  expect(madeUp?.branches).toEqual(written?.branches);
  expect(madeUp?.comments).toEqual(written?.comments);
});

test.each([
  [0, 0],
  [1, 0],
  [0, 1],
  [7, 300],
  [200, 90],
])("%i pull requests and %i issues share the numbers from 1 on", (pulls, issues) => {
  const repository = generated({ pulls, issues });
  expect([repository.pulls.length, repository.issues.length]).toEqual([pulls, issues]);
  expect(numbersOf(repository)).toEqual(Array.from({ length: pulls + issues }, (_, at) => at + 1));
});

test("times are whole seconds, in order, and none lies after the clock", () => {
  const store = generatedStore({ pulls: 300 });
  const [repository] = store.repositories;
  const now = store.clock.now();
  const rows = [...(repository?.issues ?? []), ...(repository?.pulls ?? [])];
  const inOrder = rows.toSorted((a, b) => a.number - b.number).map(({ createdAt }) => createdAt);
  expect(inOrder).toEqual(inOrder.toSorted());
  const updates = [...rows, ...(repository?.comments ?? []), ...(repository?.runs ?? [])];
  for (const { createdAt, updatedAt } of updates) {
    expect(updatedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect([createdAt, updatedAt, now]).toEqual([createdAt, updatedAt, now].toSorted());
  }
  for (const { closedAt, createdAt, state } of rows) {
    expect(closedAt === null).toBe(state === "open");
    expect(closedAt === null || closedAt > createdAt).toBe(true);
  }
  const commented = repository?.comments.map(({ createdAt }) => createdAt) ?? [];
  expect(commented).toEqual(commented.toSorted());
});

test("there is something of everything", () => {
  const { pulls, issues, reviews, runs, statuses } = generated({ pulls: 600 });
  expect(pulls.filter(({ mergedAt }) => mergedAt !== null).length).toBeGreaterThan(450);
  expect(pulls.filter(({ closedAt, mergedAt }) => closedAt && !mergedAt).length).toBeGreaterThan(
    20,
  );
  expect(pulls.filter(({ state }) => state === "open").length).toBeGreaterThan(3);
  const kinds = new Set(pulls.flatMap(({ files }) => files.map(({ status }) => status)));
  expect(kinds).toEqual(new Set(["added", "changed", "deleted", "renamed"]));
  expect(pulls.some(({ files }) => files.some(({ patch }) => patch === null))).toBe(true);
  const closing = pulls.filter(({ body, mergedAt }) => body.includes("Fixes #") && mergedAt);
  for (const { body, mergedAt } of closing) {
    const number = Number(/Fixes #(\d+)/.exec(body)?.[1]);
    expect(issues.find((issue) => issue.number === number)?.closedAt).toBe(mergedAt);
  }
  expect(closing.length).toBeGreaterThan(20);
  expect(new Set(reviews.map(({ state }) => state)).size).toBe(3);
  expect(runs.some(({ jobs }) => jobs.some(({ conclusion }) => conclusion === "failure"))).toBe(
    true,
  );
  expect(pulls.every(({ headSha }) => statuses.get(headSha)?.length === 3)).toBe(true);
});

const WORDS: Readonly<Record<string, FakeFileStatus>> = { A: "added", D: "deleted", R: "renamed" };

/** The files of every commit on the line of first parents, as the real git lists them. */
function parseLog(log: string): Map<string, Omit<FakeFile, "patch">[]> {
  const commits = new Map<string, Omit<FakeFile, "patch">[]>();
  for (const part of log.split("\u0001").slice(1)) {
    const [sha = "", ...lines] = part.trim().split("\n");
    const raw = lines.filter((line) => line.startsWith(":")).map((line) => line.split("\t"));
    const sizes = lines.filter((line) => /^[-\d]+\t/.test(line)).map((line) => line.split("\t"));
    const files = raw.map(([meta = "", first = "", second], at) => ({
      path: second ?? first,
      previousPath: second === undefined ? null : first,
      status: WORDS[meta.split(" ")[4]?.[0] ?? ""] ?? ("changed" as const),
      additions: Number(sizes[at]?.[0]) || 0,
      deletions: Number(sizes[at]?.[1]) || 0,
    }));
    commits.set(sha, files);
  }
  return commits;
}

test("the files of pull requests, the heads and the branch are those of git", {
  timeout: 60_000,
}, async () => {
  const repository = generated({ seed: 5, pulls: 700 });
  const git = gitOf(repository);
  await using disk = await onDisk(git);
  expect(await disk.ask("fsck", "--strict", "--full")).toBe("");
  const log = [
    "log",
    "--format=%x01%H",
    "--raw",
    "--numstat",
    "-M",
    "--first-parent",
    "-m",
    "--abbrev=40",
  ];
  const commits = parseLog(await disk.ask(...log, "main"));
  const heads = parseLog(await disk.ask(...log, "--all"));
  let compared = 0;
  for (const { number, mergeSha, headSha, files } of repository.pulls) {
    const head = `refs/pull/${number}/head`;
    expect(git.refs.get(head)).toBe(headSha);
    expect(heads.has(headSha)).toBe(true);
    if (mergeSha === null) continue;
    const told = commits.get(mergeSha);
    expect(told).toBeDefined();
    // A rebase spreads them over several commits.
    if (told && told.length !== files.length) continue;
    compared += 1;
    expect(sizesOf(told ?? []), `#${number}`).toEqual(sizesOf(files));
  }
  expect(compared).toBeGreaterThan(500);
  const { files } = repository.branches[0] ?? { files: new Map<string, string>() };
  const listed = (await disk.ask("ls-tree", "-r", "--name-only", "main")).trim().split("\n");
  expect([...files.keys()].toSorted()).toEqual(listed.toSorted());
  for (const path of listed.slice(0, 40)) {
    expect(await disk.ask("show", `main:${path}`)).toBe(files.get(path));
  }
});

test("merges come in all three kinds", async () => {
  await using disk = await onDisk(gitOf(generated({ pulls: 200 })));
  const merges = await disk.ask("log", "--merges", "--format=%s", "main");
  expect(merges).toMatch(/^Merge pull request '.+' \(#\d+\) from .+ into main$/m);
  const others = await disk.ask("log", "--first-parent", "--no-merges", "--format=%s", "main");
  expect(others).toMatch(/ \(#\d+\)$/m);
  expect(others).toMatch(/^chore: complete "/m);
});
