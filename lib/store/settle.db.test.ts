import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { IssueFact } from "#/lib/facts/issue.ts";
import { known } from "#/lib/facts/known.ts";
import { db, inTransaction } from "./db.ts";
import { loadWithoutChecks } from "./load-without-checks.ts";
import { loadWithoutPatches } from "./load-without-patches.ts";
import type { ReadPull } from "./pull-version.ts";
import { saveChangedFiles } from "./save-changed-files.ts";
import { saveIssues } from "./save-issues.ts";
import { saveLinkWord } from "./save-link-word.ts";
import { savePullRequests } from "./save-pull-requests.ts";
import { saveRepository } from "./save-repository.ts";
import { settleChecks } from "./settle-checks.ts";
import { settlePatches } from "./settle-patches.ts";
import { unsettle } from "./unsettle.ts";

let repositoryId: number;
beforeAll(async () => {
  const source = await db.source.create({ data: { name: "s", kind: "git", url: "/" } });
  const fact = { externalId: "1", fullName: "a/b", defaultBranch: "main", url: null };
  repositoryId = await saveRepository(db, source.id, fact);
});
beforeEach(async () => {
  await db.issue.deleteMany();
  await db.pullRequest.deleteMany();
});

const at = new Date("2026-06-01T00:00:00Z");
const common = (number: number) => ({
  externalId: `${number}`,
  number,
  title: "a",
  body: null,
  author: null,
  labels: [],
  createdAt: at,
  updatedAt: at,
  url: null,
});

/** Merged pull requests from 1 on with these descriptions, each with a file. */
async function merged(...bodies: (string | null)[]): Promise<void> {
  const pulls = bodies.map((body, index) => ({
    ...common(index + 1),
    body,
    state: "merged" as const,
    baseRef: "main",
    headRef: null,
    headSha: null,
    mergeSha: `${index + 1}`,
    mergedAt: at,
  }));
  await savePullRequests(db, repositoryId, pulls);
  const file = { path: "a.go", previousPath: null, status: "added" as const };
  const files = known([{ ...file, additions: 1, deletions: 0 }]);
  const lists = pulls.map(({ number }) => ({ number, files }));
  await saveChangedFiles(db, repositoryId, lists);
}

const read = async () => {
  const checks = loadWithoutChecks({ repositoryId, since: null, all: false });
  return {
    patches: (await Array.fromAsync(loadWithoutPatches(repositoryId, null))).flat(),
    checks: (await Array.fromAsync(checks)).flat(),
  };
};
const settle = async (given: { patches: readonly ReadPull[]; checks: readonly ReadPull[] }) => {
  await settlePatches(db, repositoryId, given.patches);
  const settled = { repositoryId, gatesMark: "a", settled: given.checks, due: [] };
  await inTransaction((tx) => settleChecks(tx, settled));
};
const settleAll = async () => {
  const { patches } = await read();
  await settlePatches(db, repositoryId, patches);
  const { checks } = await read();
  await settle({ patches: [], checks });
};
/** Numbers of those that the next sync looks at. */
const open = async () => {
  const { patches, checks } = await read();
  const numbersOf = (rows: readonly ReadPull[]) =>
    rows.map(({ number }) => number).toSorted((one, other) => one - other);
  expect(numbersOf(checks)).toEqual(numbersOf(patches));
  return numbersOf(patches);
};

describe("an issue that becomes a defect", () => {
  const issue = (labels: string[], more: Partial<IssueFact> = {}): IssueFact => ({
    ...common(12),
    state: "open",
    closedAt: null,
    labels,
    ...more,
  });
  const later = new Date("2026-06-02T00:00:00Z");
  const bodies = [
    "Closes #12",
    "It does more.\n\nfixes #7 and #12.",
    "Closes #123",
    "See #12",
    null,
    "Closes #7",
  ];

  test.each<[string, IssueFact | null, IssueFact, number[]]>([
    ["by a label that it gets later", issue(["ui"]), issue(["ui", "type: bug"]), [1, 2]],
    ["and is read for the first time", null, issue(["bug"]), [1, 2]],
    ["and is closed by the way", issue([]), issue(["defect"], { state: "closed" }), [1, 2]],
    ["already, and is closed now", issue(["bug"]), issue(["bug"], { state: "closed" }), []],
    ["already, and gets another text", issue(["bug"]), issue(["bug"], { body: "More." }), []],
    ["already, and gets one label more", issue(["bug"]), issue(["bug", "regression"]), []],
    ["by no label that it gets", issue([]), issue(["debug"]), []],
    ["no more", issue(["bug"]), issue([]), []],
    ["by nothing that is new", issue([]), issue([]), []],
  ])("%s", async (_how, before, after, unsettled) => {
    await merged(...bodies);
    if (before) await saveIssues(db, repositoryId, [before]);
    await settleAll();
    expect(await open()).toEqual([]);
    await saveIssues(db, repositoryId, [{ ...after, updatedAt: later }]);
    expect(await open()).toEqual(unsettled);
  });

  test("by an older reading, which says nothing", async () => {
    await merged(...bodies);
    await saveIssues(db, repositoryId, [issue([], { updatedAt: later })]);
    await settleAll();
    await saveIssues(db, repositoryId, [issue(["bug"])]);
    expect(await open()).toEqual([]);
  });

  test("in another repository, which says nothing of these", async () => {
    await merged(...bodies);
    await settleAll();
    const { sourceId } = await db.repository.findUniqueOrThrow({ where: { id: repositoryId } });
    const fact = { externalId: "2", fullName: "a/c", defaultBranch: "main", url: null };
    const other = await saveRepository(db, sourceId, fact);
    await saveIssues(db, other, [issue(["bug"])]);
    expect(await open()).toEqual([]);
  });
});

describe("what a person says between reading and settling", () => {
  test.each(["patches", "checks"] as const)(
    "is not lost for the %s: the pull request is looked at again, and the other is not",
    async (what) => {
      await merged(null, null);
      const before = await read();
      await unsettle(db, repositoryId, [1]);
      await settle({ patches: [], checks: [], [what]: before[what] });
      const numbersOf = async () => (await read())[what].map(({ number }) => number);
      expect(await numbersOf()).toEqual([1]);
      await settle({ patches: [], checks: [], [what]: (await read())[what] });
      expect(await numbersOf()).toEqual([]);
    },
  );

  test("is not lost where it is not committed when the settling begins", async () => {
    await merged(null);
    const before = await read();
    let settling: Promise<void> | undefined;
    await inTransaction(async (tx) => {
      await unsettle(tx, repositoryId, [1]);
      settling = settle(before);
      // Either it waits for this row, or it comes when all is over.
      await tx.$queryRaw`select 1`;
    });
    await settling;
    expect(await open()).toEqual([1]);
  });

  test("is not lost where it was settled, and is looked at since the gates changed", async () => {
    await merged(null);
    await settleAll();
    const all = loadWithoutChecks({ repositoryId, since: null, all: true });
    const checks = (await Array.fromAsync(all)).flat();
    await unsettle(db, repositoryId, [1]);
    await settle({ patches: [], checks });
    expect(await open()).toEqual([1]);
  });

  test("is read with the row that it makes due, so that no earlier answer hides it", async () => {
    await merged(null, null);
    const program = await db.program.create({ data: { slug: "p", name: "P", fixesSince: at } });
    const actor = await db.actor.create({ data: { kind: "person", name: "reviewer" } });
    const from = { kind: "pull", repositoryId, number: 1 } as const;
    const to = { kind: "issue", repositoryId, number: 12 } as const;
    const word = { programId: program.id, at, actorId: actor.id, from, to, reason: "It does." };
    await inTransaction((tx) =>
      saveLinkWord(tx, { ...word, relation: "covers", value: "confirm" }),
    );
    const { patches, checks } = await read();
    for (const rows of [patches, checks]) {
      const said = new Map(rows.map(({ number, saidToCover }) => [number, saidToCover]));
      expect(said).toEqual(
        new Map([
          [1, true],
          [2, false],
        ]),
      );
    }
  });
});
