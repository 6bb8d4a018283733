import { failsAll, isForbidden } from "../fails-all.ts";
import { ForgeError } from "../forge-error.ts";
import type { HttpClient } from "../http.ts";
import { parse } from "./parse.ts";
import { Commit } from "./schema.ts";

/** Where commits are asked for: a client, the forge's page size and the repository as addresses have it. */
export type CommitList = {
  readonly http: HttpClient;
  readonly limit: number;
  readonly repository: string;
};

// What a commit changed, how much, and who signed it would cost the forge much and is not read.
const LEAN = { verification: "false", files: "false" };

/** The first page of a branch's or a commit's history, itself first; `empty` where the repository has no commit at all. Source: the forge answers 409 there. */
export async function listCommits(
  { http, limit, repository }: CommitList,
  from: string,
): Promise<readonly Commit[] | "empty"> {
  const query = new URLSearchParams({
    sha: from,
    stat: "false",
    ...LEAN,
    page: "1",
    limit: String(limit),
  });
  try {
    const { body } = await http.get(`/repos/${repository}/commits?${query}`);
    return parse(Commit.array(), body, "commits");
  } catch (error) {
    if (error instanceof ForgeError && error.status === 409) return "empty";
    throw error;
  }
}

const PAGES_MAX = 100;

/** The commits of a pull request as it was before it was merged; throws ForgeError `failed` where they cannot be told. */
export async function listCommitsOf(
  { http, limit, repository }: CommitList,
  number: number,
): Promise<readonly Commit[]> {
  const commits: Commit[] = [];
  try {
    for (let page = 1; page <= PAGES_MAX; page += 1) {
      const query = new URLSearchParams({ ...LEAN, page: String(page), limit: String(limit) });
      const answer = await http.get(`/repos/${repository}/pulls/${number}/commits?${query}`);
      const rows = parse(Commit.array(), answer.body, "commits of a pull request");
      commits.push(...rows);
      const hasMore = answer.headers.get("x-hasmore");
      if (hasMore === null ? rows.length < limit : hasMore !== "true") return commits;
    }
  } catch (error) {
    if (failsAll(error) || !(error instanceof ForgeError) || isForbidden(error)) throw error;
    throw untold(number, error.message);
  }
  throw untold(number, `It has more than ${PAGES_MAX * limit} commits.`);
}

const untold = (number: number, why: string): ForgeError =>
  new ForgeError(
    "failed",
    `It cannot be told which commits pull request #${number} brought, so those that none brought stay unknown until the next sync, which asks again. ${why}`,
  );
