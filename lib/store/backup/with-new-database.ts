import { randomBytes } from "node:crypto";
import pg from "pg";
import { AppError } from "#/lib/errors.ts";
import { quoted } from "./format.ts";

/** Where a database can be renamed from that is not the one that is renamed. */
const ELSEWHERE = "template1";

/**
 * Fills a new database and lets it take the place of the one at `url`, in one step at the very end. The old
 * one keeps its rows under another name, or goes where it holds none; when filling fails the new one goes.
 */
export async function withNewDatabase<Result>(
  url: string,
  at: Date,
  fill: (url: string) => Promise<Result>,
): Promise<Result & { before: string | null }> {
  const name = new pg.Client(url).database ?? "postgres";
  const fresh = `${name}_${randomBytes(4).toString("hex")}`;
  const isEmpty = await holdsNothing(url);
  const admin = new pg.Client({ connectionString: named(url, ELSEWHERE) });
  await admin.connect();
  try {
    await requireNobody(admin, name);
    await admin.query(`create database ${quoted(fresh)} template template0`);
    try {
      const result = await fill(named(url, fresh));
      const before = `${name}_before_${at.toISOString().replaceAll(/\D/g, "").slice(0, 14)}`;
      await swap(admin, { name, fresh, before });
      if (isEmpty) await admin.query(`drop database ${quoted(before)} with (force)`);
      return { ...result, before: isEmpty ? null : before };
    } catch (error) {
      // Why it failed is what counts; what could not be dropped is only in the way.
      await admin
        .query(`drop database if exists ${quoted(fresh)} with (force)`)
        .catch(() => undefined);
      throw error;
    }
  } finally {
    await admin.end();
  }
}

async function swap(
  admin: pg.Client,
  { name, fresh, before }: { name: string; fresh: string; before: string },
): Promise<void> {
  await requireNobody(admin, name);
  await admin.query("begin");
  try {
    await admin.query(`alter database ${quoted(name)} rename to ${quoted(before)}`);
    await admin.query(`alter database ${quoted(fresh)} rename to ${quoted(name)}`);
    await admin.query("commit");
  } catch (error) {
    await admin.query("rollback");
    throw error;
  }
}

async function requireNobody(admin: pg.Client, name: string): Promise<void> {
  const { rowCount } = await admin.query(
    "select 1 from pg_stat_activity where datname = $1 and backend_type = 'client backend'",
    [name],
  );
  if (rowCount === 0) return;
  throw new AppError(
    "conflict",
    `${rowCount} connections to ${name} are open. Stop the server and its workers, then restore again; nothing was changed.`,
  );
}

/** Whether nobody ever did anything in it: it has no tables, or nobody decided and nothing is in scope. */
async function holdsNothing(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ there: boolean }>(
      "select to_regclass('public.decision') is not null as there",
    );
    if (!rows[0]?.there) return true;
    const used = await client.query(
      "select 1 from decision union all select 1 from program union all select 1 from source limit 1",
    );
    return used.rowCount === 0;
  } finally {
    await client.end();
  }
}

/** The same server's other database. */
export function named(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${encodeURIComponent(name)}`;
  return other.toString();
}
