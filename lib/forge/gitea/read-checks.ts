import { unknown } from "#/lib/facts/known.ts";
import { askInTurn } from "../ask-in-turn.ts";
import { failsAll, isGone } from "../fails-all.ts";
import type { CheckAnswer } from "../forge.ts";
import { ForgeError } from "../forge-error.ts";
import type { HttpClient } from "../http.ts";
import { parse } from "./parse.ts";
import { CombinedStatus, type CommitStatus } from "./schema.ts";
import { toChecks } from "./to-checks.ts";

const WALKS_MAX = 3;
const PAGES_MAX = 100;

export type CheckList = {
  readonly http: HttpClient;
  readonly limit: number;
  readonly repository: string;
  /** The forge's address, for links that have no host. */
  readonly forge: string;
};

/** The last answer of each context of these commits, in their order and each commit once; a request a commit where it has no more contexts than a page has rows. */
export const readChecks = (list: CheckList, shas: readonly string[]): AsyncGenerator<CheckAnswer> =>
  askInTurn([...new Set(shas)], (sha) => ask(list, sha));

async function ask(list: CheckList, sha: string): Promise<CheckAnswer> {
  try {
    return { sha, checks: toChecks(await readStatuses(list, sha), list.forge) };
  } catch (error) {
    if (failsAll(error) || !(error instanceof ForgeError)) throw error;
    if (!isGone(error)) return { sha, failure: error };
    return { sha, checks: unknown(`The forge does not have this commit (${error.status}).`) };
  }
}

/** A context that is posted again moves to the front of the list, so a walk of several pages may miss it; what it read is then fewer than the forge counts, and it walks anew. */
async function readStatuses(list: CheckList, sha: string): Promise<readonly CommitStatus[]> {
  for (let walks = 1; walks <= WALKS_MAX; walks += 1) {
    const { rows, total } = await walk(list, sha);
    if (total === null || rows.length >= total) return rows;
  }
  throw new ForgeError(
    "unavailable",
    `The forge gives fewer statuses of ${sha} than it counts, so the list is not whole. Sync again; if it stays so, see whether a proxy in front of the forge shortens its answers.`,
  );
}

async function walk({ http, limit, repository }: CheckList, sha: string) {
  const rows = new Map<number, CommitStatus>();
  let total: number | null = null;
  for (let page = 1; page <= PAGES_MAX; page += 1) {
    const path = `/repos/${repository}/commits/${encodeURIComponent(sha)}/status`;
    const { body, headers } = await http.get(`${path}?page=${page}&limit=${limit}`);
    const statuses = parse(CombinedStatus, body, "statuses").statuses ?? [];
    for (const row of statuses) rows.set(row.id, row);
    const said = headers.get("x-total-count");
    // An older forge gives none with an empty page, which ends the list by itself.
    total = said === null || said === "" ? null : Number(said);
    const hasAll = total !== null && rows.size >= total;
    if (hasAll || statuses.length === 0) return { rows: [...rows.values()], total };
  }
  throw new ForgeError("failed", `${sha} has more than ${PAGES_MAX * limit} contexts.`);
}
