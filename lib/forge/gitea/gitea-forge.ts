import type { z } from "zod";
import type { ChangedFile as ChangedFileFact } from "#/lib/facts/changed-file.ts";
import { type Known, known, unknown } from "#/lib/facts/known.ts";
import type { Forge, ForgeProbe, Page, PageRequest, RowOf, Stream } from "../forge.ts";
import { ForgeError } from "../forge-error.ts";
import { type Answer, type HttpClient, httpClient } from "../http.ts";
import { nextPosition } from "../next-position.ts";
import { parse } from "./parse.ts";
import { probeGitea } from "./probe-gitea.ts";
import { readChecks } from "./read-checks.ts";
import { readDirect } from "./read-direct.ts";
import { readPatches } from "./read-patches.ts";
import { readProtection } from "./read-protection.ts";
import { type Batches, readTexts } from "./read-texts.ts";
import { readTree } from "./read-tree.ts";
import * as schema from "./schema.ts";
import { toChangedFile, toComment, toIssue, toPullRequest, toRepository } from "./to-facts.ts";
import { readWorkflowFiles } from "./workflow-files.ts";

const FILE_PAGES_MAX = 200;

type List<Row> = {
  path: (repository: string) => string;
  query: Record<string, string>;
  rows: (body: unknown) => Row[];
};
type Lists = { readonly [S in Stream]: List<RowOf[S]> };

const rowsOf =
  <Schema extends z.ZodType, Row>(item: Schema, to: (row: z.output<Schema>) => Row, what: string) =>
  (body: unknown): Row[] =>
    parse(item.array(), body, what).map(to);

const LISTS: Lists = {
  issues: {
    path: (repository) => `/repos/${repository}/issues`,
    query: { state: "all", type: "issues" },
    rows: rowsOf(schema.Issue, toIssue, "issues"),
  },
  // Newest change first: what changes during the walk moves to the front and shifts the rest towards us.
  pulls: {
    path: (repository) => `/repos/${repository}/pulls`,
    query: { state: "all", sort: "recentupdate" },
    rows: rowsOf(schema.PullRequest, toPullRequest, "pull requests"),
  },
  comments: {
    path: (repository) => `/repos/${repository}/issues/comments`,
    query: {},
    rows: rowsOf(schema.Comment, toComment, "comments"),
  },
};

/** A Gitea or Forgejo instance. Its page size is asked once; links in answers are never followed, since they carry another host. */
export function giteaForge(input: {
  url: string;
  token: string | null;
  waitFirstMs?: number;
}): Forge {
  const base = `${input.url.replace(/\/+$/, "")}/api/v1`;
  const http = httpClient(base, input.token, input.waitFirstMs);
  const batches: Batches = { exist: null };
  let limit: Promise<number> | null = null;
  const pageSize = () => (limit ??= askPageSize(http));
  return {
    probe: (): Promise<ForgeProbe> => probeGitea(http, input.token !== null),
    async repository(fullName) {
      const { body } = await http.get(`/repos/${encode(fullName)}`);
      return toRepository(parse(schema.Repository, body, "repository"));
    },
    async page(request) {
      return readPage(http, await pageSize(), request);
    },
    changedFiles: async (repository, { number }) => {
      const path = `/repos/${encode(repository)}/pulls/${number}/files`;
      return readChangedFiles(http, await pageSize(), path);
    },
    patches: (repository, wanted) => readPatches(http, encode(repository), wanted),
    async *directCommits(repository, request) {
      yield* readDirect({ http, limit: await pageSize(), repository: encode(repository) }, request);
    },
    workflowFiles: (repository, branch) => readWorkflowFiles(http, encode(repository), branch),
    tree: (repository, branch) => readTree(http, encode(repository), branch),
    texts: (repository, sha, paths) =>
      readTexts({ http, repository: encode(repository), batches }, sha, paths),
    async *checks(repository, shas) {
      const place = { http, limit: await pageSize(), repository: encode(repository) };
      yield* readChecks({ ...place, forge: input.url }, shas);
    },
    protection: (repository, branch) => readProtection(http, encode(repository), branch),
    requests: () => http.requests(),
  };
}

const encode = (fullName: string): string => fullName.split("/").map(encodeURIComponent).join("/");

async function askPageSize(http: HttpClient): Promise<number> {
  const { body } = await http.get("/settings/api");
  return parse(schema.ApiSettings, body, "API settings").max_response_items;
}

async function readPage<S extends Stream>(
  http: HttpClient,
  limit: number,
  request: PageRequest<S>,
): Promise<Page<RowOf[S]>> {
  const list = LISTS[request.stream];
  const page = request.position?.page ?? 1;
  const query = new URLSearchParams({ ...list.query, page: String(page), limit: String(limit) });
  // Pull requests have no such filter; their walk stops at the first one that is old enough.
  if (request.since && request.stream !== "pulls") query.set("since", toSeconds(request.since));
  const answer = await http.get(`${list.path(encode(request.repository))}?${query}`);
  const rows = list.rows(answer.body);
  const total = totalOf(answer);
  const totalBefore = request.position?.totalBefore ?? null;
  const next = nextPosition({ page, limit, received: rows.length, total, totalBefore });
  const reachedOld = request.stream === "pulls" && isOlder(rows.at(-1), request.since);
  return { rows, next: reachedOld ? null : next, total, serverTime: serverTimeOf(answer) };
}

// Whole seconds and `Z`: a `+` in the address would be read as a blank.
const toSeconds = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`;

const isOlder = (row: { updatedAt: Date } | undefined, since: Date | null): boolean =>
  row !== undefined && since !== null && row.updatedAt < since;

function totalOf({ headers }: Answer): number | null {
  const text = headers.get("x-total-count");
  return text === null || text === "" ? null : Number(text);
}

function serverTimeOf({ headers }: Answer): Date {
  const at = new Date(headers.get("date") ?? "");
  if (Number.isNaN(at.getTime())) {
    throw new ForgeError(
      "failed",
      "The forge's answer has no Date header, so nothing can be read incrementally from it.",
    );
  }
  return at;
}

// Where the header is missing, as behind some proxies, only a page that is not full ends the list.
function hasMore({ headers }: Answer, full: boolean): boolean {
  const said = headers.get("x-hasmore");
  return said === null ? full : said === "true";
}

async function readChangedFiles(
  http: HttpClient,
  limit: number,
  path: string,
): Promise<Known<readonly ChangedFileFact[]>> {
  const files: ChangedFileFact[] = [];
  try {
    for (let page = 1; page <= FILE_PAGES_MAX; page += 1) {
      const answer = await http.get(`${path}?page=${page}&limit=${limit}`);
      const rows = parse(schema.ChangedFile.array(), answer.body, "changed files");
      files.push(...rows.map(toChangedFile));
      if (!hasMore(answer, rows.length >= limit)) return known(files);
    }
  } catch (error) {
    // Gone for this one: a fact that is missing for good, not the end of the sync.
    if (error instanceof ForgeError && (error.status === 404 || error.status === 410)) {
      return unknown(`The forge does not have the changed files any more (${error.status}).`);
    }
    throw error;
  }
  return unknown(`The pull request touches more than ${FILE_PAGES_MAX * limit} files.`);
}
