import type { DirectCommitFact } from "#/lib/facts/direct-commit.ts";
import type { LinePage, LineRequest } from "../forge.ts";
import { ForgeError } from "../forge-error.ts";
import { runGit } from "./git.ts";
import type { Clone } from "./open-clone.ts";
import { inWindow } from "./read-commits.ts";
import { readMessages } from "./read-messages.ts";
import { historyOf } from "./walk-history.ts";

const PAGE = 1000;

/** The direct commits of a clone in pages, only those above the earlier tip where that is still on the line. What brought a commit is read from its message alone. Throws ForgeError where a shallow clone ends inside the window. */
export async function* pageDirect(
  clone: Clone,
  { since, until }: LineRequest,
): AsyncGenerator<LinePage> {
  const tip = clone.head;
  if (tip === until) {
    yield { rows: [], tip, next: null, metEarlier: true };
    return;
  }
  await requireWindow(clone, since);
  const above = until === null ? null : await lineAbove(clone, until);
  const { direct } = await historyOf(clone);
  const wanted = inWindow(direct, { since, until: null, limit: null }).filter(
    ({ sha }) => above === null || above.has(sha),
  );
  for (let start = 0; start === 0 || start < wanted.length; start += PAGE) {
    const rows = await readRows(clone, wanted.slice(start, start + PAGE));
    const isLast = start + PAGE >= wanted.length;
    // Reading again from the tip costs no request, so there is no other place to go on from.
    yield { rows, tip, next: isLast ? null : tip, metEarlier: isLast && above !== null };
  }
}

async function readRows(
  { directory }: Clone,
  commits: readonly { sha: string; committedAt: Date }[],
): Promise<DirectCommitFact[]> {
  const messages = await readMessages(
    directory,
    commits.map(({ sha }) => sha),
  );
  return commits.map(({ sha, committedAt }) => {
    const { subject = "", body = "", author = "" } = messages.get(sha) ?? {};
    return {
      sha,
      title: subject,
      body: body.trim(),
      author: author === "" ? null : author,
      url: null,
      committedAt,
    };
  });
}

/** The commits on the line of first parents above one of them; null where that one is not on it. */
async function lineAbove(
  { directory, head }: Clone,
  sha: string,
): Promise<ReadonlySet<string> | null> {
  const args = ["rev-list", "--first-parent", "--parents", "--end-of-options", head, `^${sha}`];
  try {
    const lines = (await runGit({ directory, args })).trim().split("\n");
    const commits = lines.map((line) => line.split(" "));
    return commits.at(-1)?.[1] === sha ? new Set(commits.map(([id = ""]) => id)) : null;
  } catch (error) {
    // The clone does not have that commit any more.
    if (error instanceof ForgeError) return null;
    throw error;
  }
}

async function requireWindow(
  { directory, head, isShallow }: Clone,
  since: Date | null,
): Promise<void> {
  if (!isShallow) return;
  if (since !== null) {
    const older = `--min-age=${Math.max(0, Math.ceil(since.getTime() / 1000) - 1)}`;
    const args = ["rev-list", "--first-parent", "-1", older, "--end-of-options", head];
    if ((await runGit({ directory, args })).trim() !== "") return;
  }
  throw new ForgeError(
    "failed",
    "The clone is shallow and ends inside the window, so the commits before its end are unknown. Run: git fetch --unshallow",
  );
}
