import { unknown } from "#/lib/facts/known.ts";
import type {
  Change,
  Forge,
  Page,
  PageRequest,
  Position,
  RowOf,
  Stream,
  StreamedPullRequest,
} from "../forge.ts";
import { ForgeError } from "../forge-error.ts";
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
  "A clone holds no statuses, no runs and no branch protection: nothing above the rung gated can be shown.",
  "A clone holds no reviews and no labels: who approved a fix, and what is told by labels, stays unknown.",
  "A clone holds only what was merged: open pull requests are not read from it, and nothing can be counted to find what is missing.",
];

const NO_STATUSES = "A clone holds no statuses: connect the forge to know.";
const NO_RUNS = "A clone holds no runs: connect the forge to know.";
const NO_REVIEWS = "A clone holds no reviews: connect the forge to know.";
const NO_COUNT = "A clone does not count: connect the forge to know.";
const NO_COMMIT = "The clone does not have the commit of this pull request any more.";
const NO_PROTECTION = "A clone holds no branch protection: connect the forge to know.";

/** What only a forge knows of whether a gate ran and blocks. */
const GATES_OF_FORGES: Pick<Forge, "checks" | "protection" | "jobs"> = {
  async *checks(_repository, shas) {
    for (const sha of new Set(shas)) yield { sha, checks: unknown(NO_STATUSES) };
  },
  protection: async () => unknown(NO_PROTECTION),
  async *jobs(_repository, runs) {
    for (const run of runs) yield { run, jobs: unknown(NO_RUNS) };
  },
};

/** What only a forge knows of its rows. */
const ROWS_OF_FORGES: Pick<Forge, "one" | "comment" | "counts" | "reviews"> = {
  one: async (_repository, number) => {
    throw notHeld(`issue or pull request #${number}`);
  },
  comment: async (_repository, id) => {
    throw notHeld(`comment ${id}`);
  },
  counts: async () => ({
    issues: unknown(NO_COUNT),
    pulls: unknown(NO_COUNT),
    comments: unknown(NO_COUNT),
  }),
  async *reviews(_repository, numbers) {
    for (const number of numbers) yield { number, reviews: unknown(NO_REVIEWS) };
  },
};

// Not that it is gone: a clone cannot tell.
const notHeld = (what: string): ForgeError =>
  new ForgeError("failed", `A clone cannot be asked for ${what}. Connect the forge to know it.`);

type Walk = { readonly rows: AsyncGenerator<MergedPullRequest>; readonly page: number };

/** A local clone as a source; what a clone does not hold is said by its probe and streamed as an empty list without a total. */
export function gitForge(directory: string): Forge {
  return {
    async probe() {
      await openClone(directory);
      const version = (await runGit({ directory, args: ["--version"] })).trim();
      return { version, limits: LIMITS, clockSkewMs: null };
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
    page: pagesOf(directory),
    async *changedFiles(_repository, wanted) {
      for (const { number } of wanted) yield { number, files: unknown(NO_COMMIT) };
    },
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
    ...ROWS_OF_FORGES,
    requests: () => 0,
  };
}

/** The pull requests that the history shows, as `pulls` and as `changes`; every other stream is empty. */
function pagesOf(directory: string): Forge["page"] {
  const walks = new Map<Stream, Walk>();
  return async <S extends Stream>({
    stream,
    position,
  }: PageRequest<S>): Promise<Page<RowOf[S]>> => {
    const none = { poison: [], total: null, serverTime: new Date() };
    if (stream !== "pulls" && stream !== "changes") return { rows: [], next: null, ...none };
    const clone = await openClone(directory);
    const page = pageOf(position);
    const before = walks.get(stream);
    const { rows } = before?.page === page ? before : await walkTo(clone, page);
    const baseRef = await branchOf(clone);
    const pulls = (await take(rows, PAGE)).map((merged) => toPullRequest(merged, baseRef));
    walks.set(stream, { rows, page: page + 1 });
    const given: readonly RowOf["pulls" | "changes"][] =
      stream === "pulls" ? pulls : pulls.map(toChange);
    return {
      rows: given as Page<RowOf[S]>["rows"],
      next: pulls.length < PAGE ? null : { page: page + 1 },
      ...none,
    };
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

const pageOf = (position: Position | null): number =>
  typeof position?.page === "number" && position.page >= 1 ? position.page : 1;

const toChange = (pull: StreamedPullRequest): Change => ({ kind: "pull", pull });

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
  reviews: null,
});
