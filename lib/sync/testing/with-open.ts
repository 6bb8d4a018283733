import { assessProgram } from "#/lib/assess/assess-program.ts";
import { PRESETS } from "#/lib/coverage/policy.ts";
import { change } from "#/lib/fake/change.ts";
import type { FakePullRequest } from "#/lib/fake/store.ts";
import { db } from "#/lib/store/db.ts";
import { smallForge } from "./small-forge.ts";
import { added } from "./with-fixes.ts";

/** The open pull request; below it lie the merged fixes, of which the last has a test that a required job runs. */
export const OPEN = 90;
export const [ONE, TWO, THREE, FOUR, COVERED] = [1, 2, 3, 4, 5];
export const WORKFLOW = ".gitea/workflows/e2e.yml";
export const JOB = `name: e2e
on: { pull_request: , push: }
jobs:
  flow:
    name: flow
    steps:
      - run: python -m pytest -q tests/e2e
`;
const [ON_HEAD, ON_MERGE] = ["e2e / flow (pull_request)", "e2e / flow (push)"];
const NOW = new Date("2026-07-01T00:00:00Z");

const test = (name: string, from: string, called: string) =>
  added(
    `tests/e2e/test_${name}.py`,
    `@@ -0,0 +1,5 @@\n+from ${from} import ${called}\n+\n+\n+def test_${name}():\n+    assert ${called}() == 1\n`,
  );

/** A program over a forge with five fixes, one of them covered, and an open pull request that adds an end-to-end test. */
export async function withOpen(more: Partial<FakePullRequest> = {}, job = JOB) {
  const small = await smallForge({ pageMax: 50 });
  const { core, store, repositoryId } = small;
  const [row] = core.pulls;
  if (!row) throw new Error("The small forge has no pull request.");
  const pull = (number: number, at: string): FakePullRequest => ({
    ...row,
    id: number,
    pullId: number,
    number,
    headSha: `head${number}`,
    mergeSha: `merge${number}`,
    createdAt: at,
    updatedAt: at,
    mergedAt: at,
    closedAt: at,
    title: `fix(core): repair ${number}`,
    body: "",
    files: [added(`src/a${number}.py`, `@@ -0,0 +1,2 @@\n+def call_${number}():\n+    return 1\n`)],
  });
  const fixes = [ONE, TWO, THREE, FOUR, COVERED].map((number) =>
    pull(number, `2026-06-0${number}T10:00:00Z`),
  );
  fixes.at(-1)?.files.push(test("covered", `src.a${COVERED}`, `call_${COVERED}`));
  const opened = { state: "open", mergedAt: null, mergeSha: null, closedAt: null } as const;
  const open: FakePullRequest = {
    ...pull(OPEN, "2026-06-08T10:00:00Z"),
    ...opened,
    title: "test(e2e): the flow of every order",
    body: `Covers #${ONE}, #${TWO} and #${THREE}.`,
    files: [test("flow", "app", "call")],
    ...more,
  };
  core.pulls = [...fixes, open];
  core.issues = [];
  core.comments = [];
  core.directCommits = [];
  core.statuses = new Map();
  const branch = core.branches[0];
  branch?.files.clear();
  change.editFile({ store, repository: core }, { path: WORKFLOW, text: job });
  change.requireContexts(core, [ON_HEAD]);
  const report = (number: number, at: string) => {
    const status = { state: "success", at } as const;
    const place = { store, repository: core };
    const sha = core.pulls.find((each) => each.number === number)?.mergeSha ?? "";
    change.setStatus(place, { ...status, sha: `head${number}`, context: ON_HEAD });
    if (sha !== "") change.setStatus(place, { ...status, sha, context: ON_MERGE });
  };
  report(COVERED, "2026-06-05T09:00:00Z");
  const slug = `open-${repositoryId}`;
  const scope = { create: { repositoryId, alias: "shop" } };
  const policies = { create: { version: 1, rules: PRESETS.blocking } };
  const fields = { slug, name: slug, fixesSince: new Date("2026-01-01"), scope, policies };
  const { id } = await db.program.create({ data: fields });
  return {
    ...small,
    slug,
    /** The row of the open pull request, as it is now. */
    open,
    edit: (changed: Partial<FakePullRequest>) => {
      store.clock.advance(3600);
      Object.assign(open, changed, { updatedAt: store.clock.now() });
    },
    /** Merges it with green checks, as it was promised. */
    merge: () => {
      store.clock.advance(3600);
      change.merge({ store, repository: core, number: OPEN }, "reviewer");
      report(OPEN, store.clock.now());
    },
    assess: () => assessProgram(id, NOW),
    judge: async () => {
      await small.sync();
      await assessProgram(id, NOW);
    },
    /** Whether each fix is covered, at each measure. */
    verdicts: async () => {
      const rows = await db.verdict.findMany({
        where: { programId: id, population: "fix" },
        include: { item: true },
      });
      return new Map(rows.map((each) => [`${each.measure} #${each.item.number}`, each.verdict]));
    },
    /** What merging the open pull request would change, by measure. */
    effects: async () => {
      const rows = await db.pullEffect.findMany({ where: { programId: id } });
      const items = await db.item.findMany({ where: { programId: id } });
      const numberOf = new Map(items.map((item) => [item.id, item.number]));
      return new Map(
        rows.map(({ measure, closes, why }) => [
          measure,
          { closes: closes.map((item) => numberOf.get(item)), why },
        ]),
      );
    },
  };
}
