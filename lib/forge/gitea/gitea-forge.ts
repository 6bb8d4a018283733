import type { Budget } from "../budget.ts";
import type { Forge, Page, PageRequest, RowOf, Stream } from "../forge.ts";
import { type HttpClient, httpClient } from "../http.ts";
import { isCutShort } from "../next-position.ts";
import { countRows } from "./count-rows.ts";
import { forgetServer, knowServer, type Server } from "./know-server.ts";
import { encode, type Place } from "./list.ts";
import type { CommitList } from "./list-commits.ts";
import { parse } from "./parse.ts";
import { probeGitea } from "./probe-gitea.ts";
import { readChecks } from "./read-checks.ts";
import { readDirect } from "./read-direct.ts";
import { readFiles } from "./read-files.ts";
import { readJobs } from "./read-jobs.ts";
import { readComment, readOne } from "./read-one.ts";
import { readPatches } from "./read-patches.ts";
import { readProtection } from "./read-protection.ts";
import { readReviews } from "./read-reviews.ts";
import { readStream } from "./read-stream.ts";
import { readTexts } from "./read-texts.ts";
import { readTree } from "./read-tree.ts";
import * as schema from "./schema.ts";
import { toRepository } from "./to-facts.ts";
import { readWorkflowFiles } from "./workflow-files.ts";

export type GiteaSource = {
  readonly url: string;
  readonly token: string | null;
  readonly waitFirstMs?: number;
  readonly budget?: Budget;
  /** Ends what is under way, as when a worker stops. */
  readonly signal?: AbortSignal;
};

/** A Gitea or Forgejo instance. What its version can do is asked once an hour and process; links in answers are never followed, since they carry another host. */
export function giteaForge({ url, token, ...options }: GiteaSource): Forge {
  const base = `${url.replace(/\/+$/, "")}/api/v1`;
  const authorization = token === null ? null : `token ${token}`;
  const http = httpClient({ base, authorization, ...options });
  const asking: Asking = { url, base, http };
  return {
    async probe() {
      forgetServer(base);
      return probeGitea(http, await knowServer(base, http), token !== null);
    },
    async repository(fullName) {
      const { body } = await http.get(`/repos/${encode(fullName)}`);
      return toRepository(parse(schema.Repository, body, "repository"));
    },
    page: (request) => readPage(asking, request),
    ...rowsOf(asking),
    ...codeOf(asking),
    requests: () => http.requests(),
  };
}

type Asking = { readonly url: string; readonly base: string; readonly http: HttpClient };

const placeOf = async ({ base, http }: Asking, fullName: string): Promise<Place> => ({
  http,
  server: await knowServer(base, http),
  repository: encode(fullName),
});

/** A page that is shorter than it must be may be one of a server that was set up anew since it was known. */
async function readPage<S extends Stream>(
  asking: Asking,
  request: PageRequest<S>,
): Promise<Page<RowOf[S]>> {
  const place = await placeOf(asking, request.repository);
  try {
    return await readStream(place, asking.url, request);
  } catch (error) {
    if (!isCutShort(error)) throw error;
    forgetServer(asking.base);
    const again = await placeOf(asking, request.repository);
    if (isAlike(again.server, place.server)) throw error;
    return readStream(again, asking.url, request);
  }
}

const isAlike = (one: Server, other: Server): boolean =>
  one.abilities.pageMax === other.abilities.pageMax &&
  one.abilities.version === other.abilities.version;

type Rows = Pick<Forge, "one" | "comment" | "counts" | "changedFiles" | "reviews" | "jobs">;

const rowsOf = (asking: Asking): Rows => ({
  one: async (repository, number) => readOne(await placeOf(asking, repository), number),
  comment: async (repository, id) => readComment(await placeOf(asking, repository), id),
  counts: async (repository) => countRows(await placeOf(asking, repository)),
  async *changedFiles(repository, wanted) {
    yield* readFiles(await placeOf(asking, repository), wanted);
  },
  async *reviews(repository, numbers) {
    yield* readReviews(await placeOf(asking, repository), numbers);
  },
  async *jobs(repository, runs) {
    yield* readJobs(await placeOf(asking, repository), runs);
  },
});

type Code = Pick<
  Forge,
  "patches" | "directCommits" | "workflowFiles" | "tree" | "texts" | "checks" | "protection"
>;

const codeOf = (asking: Asking): Code => ({
  patches: (repository, wanted) => readPatches(asking.http, encode(repository), wanted),
  async *directCommits(repository, request) {
    yield* readDirect(listOf(await placeOf(asking, repository)), request);
  },
  workflowFiles: (repository, branch) => readWorkflowFiles(asking.http, encode(repository), branch),
  tree: (repository, branch) => readTree(asking.http, encode(repository), branch),
  async texts(repository, sha, paths) {
    if (paths.length === 0) return new Map();
    const place = await placeOf(asking, repository);
    return readTexts({ ...place, batches: place.server.batches }, sha, paths);
  },
  async *checks(repository, shas) {
    const list = listOf(await placeOf(asking, repository));
    yield* readChecks({ ...list, forge: asking.url }, shas);
  },
  protection: (repository, branch) => readProtection(asking.http, encode(repository), branch),
});

const listOf = ({ http, repository, server }: Place): CommitList => ({
  http,
  repository,
  limit: server.abilities.pageMax,
});
