import { unknown } from "#/lib/facts/known.ts";
import type { Forge, Page, PageRequest, RowOf, Stream, StreamedPullRequest } from "../forge.ts";
import { runGit } from "./git.ts";
import { type Clone, openClone } from "./open-clone.ts";
import { pageDirect } from "./page-direct.ts";
import { type MergedPullRequest, readMerged } from "./read-merged.ts";
import { readPatches } from "./read-patches.ts";
import { readTexts } from "./read-texts.ts";
import { readTree } from "./read-tree.ts";
import { readWorkflows } from "./read-workflows.ts";

const PAGE = 500;
const WHOLE = { since: null, until: null, limit: null };

const LIMITS = [
  "A clone holds no issues and no comments: open issues and incidents are not read from it.",
  "A clone holds no statuses and no branch protection: nothing above the rung gated can be shown.",
];

const NO_STATUSES = "A clone holds no statuses: connect the forge to know.";
const NO_PROTECTION = "A clone holds no branch protection: connect the forge to know.";

/** What only a forge knows of whether a gate ran and blocks. */
const GATES_OF_FORGES: Pick<Forge, "checks" | "protection"> = {
  async *checks(_repository, shas) {
    for (const sha of new Set(shas)) yield { sha, checks: unknown(NO_STATUSES) };
  },
  protection: async () => unknown(NO_PROTECTION),
};

type Walk = { readonly rows: AsyncGenerator<MergedPullRequest>; page: number };

/** A local clone as a source; what a clone does not hold is said by its probe and streamed as an empty list without a total. */
export function gitForge(directory: string): Forge {
  let walk: Walk | null = null;
  return {
    async probe() {
      await openClone(directory);
      return { version: (await runGit({ directory, args: ["--version"] })).trim(), limits: LIMITS };
    },
    async repository() {
      const clone = await openClone(directory);
      return {
        externalId: "clone",
        fullName: clone.name,
        defaultBranch: await branchOf(clone),
        url: null,
      };
    },
    async page<S extends Stream>({ stream, position }: PageRequest<S>): Promise<Page<RowOf[S]>> {
      const serverTime = new Date();
      if (stream !== "pulls") return { rows: [], next: null, total: null, serverTime };
      const clone = await openClone(directory);
      const page = position?.page ?? 1;
      if (walk?.page !== page) walk = await walkTo(clone, page);
      const baseRef = await branchOf(clone);
      const rows = (await take(walk.rows, PAGE)).map((merged) => toPullRequest(merged, baseRef));
      walk.page = page + 1;
      const next = rows.length < PAGE ? null : { page: page + 1, totalBefore: null };
      return {
        rows: rows as readonly StreamedPullRequest[] as Page<RowOf[S]>["rows"],
        next,
        total: null,
        serverTime,
      };
    },
    changedFiles: async () =>
      unknown("The clone does not have the commit of this pull request any more."),
    async *patches(_repository, wanted) {
      const clone = await openClone(directory);
      // A clone that lacks something may be fetched whole, and asking it again costs no request.
      for await (const answer of readPatches(clone, wanted)) yield { ...answer, askAgain: true };
    },
    async *directCommits(_repository, request) {
      yield* pageDirect(await openClone(directory), request);
    },
    ...filesOf(directory),
    ...GATES_OF_FORGES,
    requests: () => 0,
  };
}

const filesOf = (directory: string): Pick<Forge, "workflowFiles" | "tree" | "texts"> => ({
  async workflowFiles() {
    const clone = await openClone(directory);
    return readWorkflows(clone, clone.head);
  },
  async tree() {
    const clone = await openClone(directory);
    return readTree(clone, clone.head);
  },
  texts: async (_repository, sha, paths) => readTexts(await openClone(directory), sha, paths),
});

async function branchOf({ directory, head }: Clone): Promise<string> {
  const name = await runGit({ directory, args: ["rev-parse", "--abbrev-ref", "HEAD"] });
  return name.trim() === "HEAD" ? head : name.trim();
}

async function walkTo(clone: Clone, page: number): Promise<Walk> {
  const rows = readMerged(clone, WHOLE);
  await take(rows, (page - 1) * PAGE);
  return { rows, page };
}

/** The next so many, leaving the rest to be taken later. */
async function take<Row>(rows: AsyncGenerator<Row>, count: number): Promise<Row[]> {
  const taken: Row[] = [];
  while (taken.length < count) {
    const { value, done } = await rows.next();
    if (done) break;
    taken.push(value);
  }
  return taken;
}

const toPullRequest = (merged: MergedPullRequest, baseRef: string): StreamedPullRequest => ({
  externalId: merged.sha,
  number: merged.number,
  title: merged.title,
  body: merged.body,
  state: "merged",
  author: merged.author,
  labels: [],
  baseRef,
  headRef: merged.headRef,
  headSha: null,
  mergeSha: merged.sha,
  mergedAt: merged.mergedAt,
  createdAt: merged.mergedAt,
  updatedAt: merged.mergedAt,
  url: null,
  files: merged.files,
});
