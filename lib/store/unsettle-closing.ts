import { type Db, sql } from "./db.ts";
import { unsettleSettled } from "./unsettle.ts";

/** Has the sync look again at the merged pull requests that may say that they close one of these issues. */
export async function unsettleClosing(
  db: Db,
  repositoryId: number,
  issues: readonly number[],
): Promise<void> {
  if (issues.length === 0) return;
  const named = `#(${issues.join("|")})(?![0-9])`;
  const mayClose = sql`p.state = 'merged' and concat_ws(' ', p.title, p.body) ~* '\\m(close|fix|resolve)'
       and concat_ws(' ', p.title, p.body) ~ ${named}`;
  await unsettleSettled(db, repositoryId, mayClose);
}
