import { type ClosedDefect, closedDefects } from "#/lib/coverage/fix/closed-defects.ts";
import { db } from "./db.ts";

type Words = { number: number; title: string; body: string | null };

/** Of the merged pull requests of a repository, by their numbers, those that close an issue that is labelled as a defect; while issues cannot be read there are none. */
export async function loadClosedDefects(
  repositoryId: number,
): Promise<ReadonlyMap<number, ClosedDefect>> {
  const [issues, pulls] = await Promise.all([
    db.$queryRaw<{ number: number; labels: string[] }[]>`
      select number, labels from issue
       where repository_id = ${repositoryId} and array_to_string(labels, ' ') ~* 'bug|defect|regression'`,
    db.$queryRaw<Words[]>`
      select number, title, body from pull_request
       where repository_id = ${repositoryId} and state = 'merged'
         and concat_ws(' ', title, body) ~* '\\m(close|fix|resolve).{0,40}#[0-9]'
       order by number`,
  ]);
  if (issues.length === 0) return new Map();
  const labels = new Map(issues.map((issue) => [issue.number, issue.labels]));
  return closedDefects(pulls, (number) => labels.get(number) ?? null);
}
