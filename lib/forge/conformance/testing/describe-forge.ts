import { beforeAll, describe, expect, test } from "vitest";
import type { Known } from "#/lib/facts/known.ts";
import type { Change, Forge } from "../../forge.ts";
import { ForgeError } from "../../forge-error.ts";
import { type Walked, walkToEnd } from "./walk-to-end.ts";

export type OpenedForge = {
  readonly forge: Forge;
  /** As `owner/name`. */
  readonly repository: string;
  /** How many requests the server got, where it can be asked. */
  readonly received?: () => number;
};

const FEW = 5;
/** No forge has given so many numbers. */
const NOBODY = 2_000_000_000;
const NOWHERE = "0123456789abcdef0123456789abcdef01234567";
/** Rows have whole seconds, and so has the clock that a forge tells. */
const SECOND_MS = 1000;
const DAY_MS = 86_400_000;

/** What every adapter must keep of the port, whatever it asks and whatever is behind it; it only reads. */
export function describeForge(of: string, open: () => Promise<OpenedForge>): void {
  describe(`the port, kept by ${of}`, () => {
    let opened: OpenedForge;
    let issues: Walked<"issues">;
    let pulls: Walked<"pulls">;
    let comments: Walked<"comments">;
    beforeAll(async () => {
      opened = await open();
      const { forge, repository } = opened;
      issues = await walkToEnd(forge, { stream: "issues", repository });
      pulls = await walkToEnd(forge, { stream: "pulls", repository });
      comments = await walkToEnd(forge, { stream: "comments", repository });
    });

    test("the probe names a version, and says in a sentence what each thing that is missing costs", async () => {
      const { version, limits } = await opened.forge.probe();
      expect(version).not.toBe("");
      for (const limit of limits) expect(limit).toMatch(/\S.*\.$/s);
    });

    test("the repository is found by its name, and one that is not there is not found", async () => {
      const { forge, repository } = opened;
      const fact = await forge.repository(repository);
      expect(fact.fullName.toLowerCase()).toBe(repository.toLowerCase());
      expect(fact.externalId).not.toBe("");
      expect(fact.defaultBranch).not.toBe("");
      const owner = repository.split("/")[0];
      const missing = forge.repository(`${owner}/no-repository-has-this-name`);
      await expect(missing).rejects.toMatchObject({ code: "not_found" });
    });

    test("walks come to their end with every row once, the newest created first", async () => {
      const { forge, repository } = opened;
      for (const { rows } of [issues, pulls]) {
        expectOnce(rows.map(({ number }) => number));
        const created = rows.map(({ createdAt }) => createdAt.getTime());
        expect(created).toEqual(created.toSorted((a, b) => b - a));
      }
      expectOnce([...issues.rows, ...pulls.rows].map(({ number }) => number));
      const ids = comments.rows.map(({ externalId }) => Number(externalId));
      expectOnce(ids);
      const turned = (ids.at(0) ?? 0) <= (ids.at(-1) ?? 0) ? ids : ids.toReversed();
      expect(turned).toEqual(ids.toSorted((a, b) => a - b));
      const runs = await walkToEnd(forge, { stream: "runs", repository });
      expectOnce(runs.rows.map(({ externalId }) => externalId));
      const begun = runs.rows.map(({ createdAt }) => createdAt.getTime());
      expect(begun).toEqual(begun.toSorted((a, b) => b - a));
    });

    test("what a list says of its length is what it gives, poison with it", () => {
      const telling = [issues, pulls, comments].filter(({ total }) => total !== null);
      expect(telling.map(lengthOf)).toEqual(telling.map(({ total }) => total));
    });

    test("counts are those of the walks, or say why they are unknown", async () => {
      const counts = await opened.forge.counts(opened.repository);
      const walked = { issues, pulls, comments };
      for (const stream of ["issues", "pulls", "comments"] as const)
        expect(valuesOf([counts[stream]], [lengthOf(walked[stream])])).toEqual([
          lengthOf(walked[stream]),
        ]);
    });

    test("times are the forge's own: nothing is newer than its clock, and no row older than it was made", () => {
      for (const { rows, from, to } of [issues, pulls, comments]) {
        expect(to.getTime() + SECOND_MS).toBeGreaterThanOrEqual(from.getTime());
        for (const { createdAt, updatedAt } of rows) {
          expect(updatedAt.getTime()).toBeGreaterThanOrEqual(createdAt.getTime());
          expect(updatedAt.getTime()).toBeLessThanOrEqual(to.getTime() + SECOND_MS);
        }
      }
    });

    // A list that has no condition of its own is read by whole pages, so what is older may come with it.
    test("since a moment comes everything that changed then or later", async () => {
      const { forge, repository } = opened;
      const since = middleOf([...issues.rows, ...pulls.rows]);
      const { rows } = await walkToEnd(forge, { stream: "changes", repository, since });
      const told = new Set(rows.map(numberOf));
      const all = [...issues.rows, ...pulls.rows];
      const due = all.filter(({ updatedAt }) => updatedAt >= since).map(({ number }) => number);
      expect(due.filter((number) => !told.has(number))).toEqual([]);
      const there = new Set(all.map(({ number }) => number));
      expect([...told].filter((number) => !there.has(number))).toEqual([]);
      const spoken = middleOf(comments.rows);
      const later = await walkToEnd(forge, { stream: "comments", repository, since: spoken });
      const ids = new Set(later.rows.map(({ externalId }) => externalId));
      const dueIds = comments.rows.filter(({ updatedAt }) => updatedAt >= spoken);
      expect(dueIds.filter(({ externalId }) => !ids.has(externalId))).toEqual([]);
    });

    test("since now a quiet repository has next to nothing to tell", async () => {
      const { forge, repository } = opened;
      const since = new Date(issues.to.getTime() + DAY_MS);
      for (const stream of ["changes", "comments", "runs"] as const) {
        const { pages } = await walkToEnd(forge, { stream, repository, since });
        expect(pages).toBe(1);
      }
    });

    test("changes without a moment are refused", async () => {
      const { forge, repository } = opened;
      const asked = { stream: "changes", repository, position: null, since: null } as const;
      await expect(forge.page(asked)).rejects.toMatchObject({ code: "invalid" });
    });

    test("one by its number is the row of the list", async () => {
      const { forge, repository } = opened;
      for (const issue of few(issues.rows))
        expect(await forge.one(repository, issue.number)).toEqual({ kind: "issue", issue });
      for (const { files, reviews, ...pull } of few(pulls.rows)) {
        const given = {
          ...pull,
          ...(files === null ? {} : { files }),
          ...(reviews === null ? {} : { reviews }),
        };
        const one = await forge.one(repository, pull.number);
        expect(one).toMatchObject({ kind: "pull", pull: given });
      }
      for (const comment of few(comments.rows))
        expect(await forge.comment(repository, comment.externalId)).toEqual(comment);
    });

    test("what is not there is gone, in a repository that is; in one that is not, asking fails", async () => {
      const { forge, repository } = opened;
      expect(await forge.one(repository, NOBODY)).toMatchObject({ kind: "gone" });
      expect(await forge.comment(repository, String(NOBODY))).toBe("gone");
      const nowhere = `${repository.split("/")[0]}/no-repository-has-this-name`;
      await expect(forge.one(nowhere, 1)).rejects.toBeInstanceOf(ForgeError);
      await expect(forge.comment(nowhere, "1")).rejects.toBeInstanceOf(ForgeError);
    });

    test("files come once for each pull request, those that a list or the row itself gave among them", async () => {
      const { forge, repository } = opened;
      const wanted = few(pulls.rows.filter(({ state }) => state === "merged"));
      const answers = await Array.fromAsync(forge.changedFiles(repository, wanted));
      expect(inOrder(answers.map(({ number }) => number))).toEqual(
        inOrder(wanted.map(({ number }) => number)),
      );
      for (const answer of answers) {
        if ("failure" in answer) throw answer.failure;
        const { number, files } = answer;
        const read = valuesOf([files]);
        for (const list of read) expectOnce(list.map(({ path }) => path));
        const row = wanted.find((each) => each.number === number)?.files ?? null;
        const one = await forge.one(repository, number);
        const given = [row, one.kind === "pull" ? one.pull.files : null];
        const others = valuesOf(given.filter((list) => list !== null));
        for (const list of read.length === 0 ? [] : others)
          expect(byPath(list)).toEqual(byPath(read[0] ?? []));
      }
    });

    test("reviews come once for each pull request, and are the same with the row where it has them", async () => {
      const { forge, repository } = opened;
      const wanted = few(pulls.rows);
      const numbers = wanted.map(({ number }) => number);
      const answers = await Array.fromAsync(forge.reviews(repository, numbers));
      expect(inOrder(answers.map(({ number }) => number))).toEqual(inOrder(numbers));
      for (const answer of answers) {
        if ("failure" in answer) throw answer.failure;
        const { number, reviews } = answer;
        for (const list of valuesOf([reviews])) {
          expectOnce(list.map(({ externalId }) => externalId));
          expect(list.filter((review) => review.number !== number)).toEqual([]);
        }
        const row = wanted.find((each) => each.number === number)?.reviews ?? reviews;
        expect(row).toEqual(reviews);
      }
    });

    test("every label that a row carries is one of the repository's", async () => {
      const { forge, repository } = opened;
      const { rows } = await walkToEnd(forge, { stream: "labels", repository });
      expectOnce(rows.map(({ externalId }) => externalId));
      const names = new Set(rows.map(({ name }) => name));
      const worn = [...issues.rows, ...pulls.rows].flatMap(({ labels }) => labels);
      expect(worn.filter((label) => !names.has(label))).toEqual([]);
    });

    test("the jobs of a run come once for each run", async () => {
      const { forge, repository } = opened;
      const runs = few((await walkToEnd(forge, { stream: "runs", repository })).rows);
      const ids = runs.map(({ externalId }) => externalId);
      const answers = await Array.fromAsync(forge.jobs(repository, ids));
      expect(answers.map(({ run }) => run).toSorted()).toEqual(ids.toSorted());
      for (const answer of answers) {
        if ("failure" in answer) throw answer.failure;
        const jobs = valuesOf([answer.jobs]).flat();
        expect(jobs.filter(({ runExternalId }) => runExternalId !== answer.run)).toEqual([]);
      }
    });

    test("checks come once for each commit, each context once, and of a commit that is not there there are none", async () => {
      const { forge, repository } = opened;
      const heads = few(pulls.rows).flatMap(({ headSha }) => headSha ?? []);
      const shas = [...new Set([...heads, NOWHERE])];
      const answers = await Array.fromAsync(forge.checks(repository, [...shas, ...heads]));
      expect(answers.map(({ sha }) => sha).toSorted()).toEqual(shas.toSorted());
      for (const answer of answers) {
        if ("failure" in answer) throw answer.failure;
        const contexts = valuesOf([answer.checks]).flatMap((checks) =>
          checks.map(({ context }) => context),
        );
        expectOnce(contexts);
        expect(answer.sha === NOWHERE ? contexts : []).toEqual([]);
      }
    });

    test("what the default branch demands is known, or why not", async () => {
      const { forge, repository } = opened;
      const { defaultBranch } = await forge.repository(repository);
      const protection = await forge.protection(repository, defaultBranch);
      const [demanded = null] = valuesOf([protection]);
      expect(demanded?.approvals ?? 0).toBeGreaterThanOrEqual(0);
      expect(demanded?.checksRequired === false ? demanded.contexts : []).toEqual([]);
    });

    test("the tree holds each path once, the workflow files among them, and texts come for what was asked", async () => {
      const { forge, repository } = opened;
      const { defaultBranch } = await forge.repository(repository);
      const [tree] = valuesOf([await forge.tree(repository, defaultBranch)]);
      const { sha = defaultBranch, paths = [] } = tree ?? {};
      expectOnce(paths);
      const workflows = valuesOf([await forge.workflowFiles(repository, defaultBranch)]).flat();
      const names = workflows.map(({ path }) => path);
      expect(names.filter((path) => tree && !paths.includes(path))).toEqual([]);
      const asked = [...paths.slice(0, FEW), "no/file/is/here.txt"];
      const texts = await forge.texts(repository, sha, asked);
      expect([...texts.keys()].toSorted()).toEqual(asked.toSorted());
      expect(valuesOf([...texts.values()]).length).toBeLessThan(asked.length);
      expect(texts.get("no/file/is/here.txt")).toMatchObject({ known: false });
    });

    test("every request is counted", async () => {
      const { forge, repository, received } = opened;
      const before = forge.requests();
      await forge.repository(repository);
      expect(forge.requests()).toBeGreaterThan(before);
      expect(received?.() ?? forge.requests()).toBe(forge.requests());
    });
  });
}

/** What is known of these, or what is given instead where one is not; what is unknown must have a reason. */
function valuesOf<Value>(told: readonly Known<Value>[], instead: readonly Value[] = []): Value[] {
  const silent = told.filter((each) => !each.known && each.why.trim() === "");
  expect(silent).toEqual([]);
  return told.flatMap((each) => (each.known ? [each.value] : instead));
}

const lengthOf = ({
  rows,
  poison,
}: Pick<Walked<"issues" | "pulls" | "comments">, "rows" | "poison">) => rows.length + poison.length;

const expectOnce = (keys: readonly (string | number)[]) =>
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);

const few = <Row>(rows: readonly Row[]): readonly Row[] => rows.slice(0, FEW);
const inOrder = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b);

const numberOf = (change: Change): number =>
  change.kind === "issue"
    ? change.issue.number
    : change.kind === "pull"
      ? change.pull.number
      : change.number;

/** Line counts are left out: git tells none of what it did not fetch. */
const byPath = (files: readonly { path: string; status: string }[]) =>
  files.map(({ path, status }) => `${path} ${status}`).toSorted();

/** Half of the rows changed at that moment or later; the beginning of time where there are none. */
function middleOf(rows: readonly { updatedAt: Date }[]): Date {
  const times = rows.map(({ updatedAt }) => updatedAt.getTime()).toSorted((a, b) => a - b);
  return new Date(times[Math.floor(times.length / 2)] ?? 0);
}
