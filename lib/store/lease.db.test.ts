import { once } from "node:events";
import pg from "pg";
import { afterAll, describe, expect, test } from "vitest";
import { withLease } from "./lease.ts";

const never = new AbortController().signal;
const PULLS = { repositoryId: 7, stream: "pulls" } as const;
const other = new pg.Client({ connectionString: process.env.DATABASE_URL });
await other.connect();
afterAll(() => other.end());

/** Whether another process could take it now; gives it back at once. */
async function isFree(repositoryId: number, place: number): Promise<boolean> {
  const key = [0x6a7e, repositoryId * 64 + place];
  const sql = (verb: string) => `select ${verb}($1::bigint << 40 | $2::bigint) as done`;
  const { rows } = await other.query<{ done: boolean }>(sql("pg_try_advisory_lock"), key);
  if (rows[0]?.done) await other.query(sql("pg_advisory_unlock"), key);
  return rows[0]?.done === true;
}

describe("a lease", () => {
  test("is held by one at a time, in this process and in others, and each stream has its own", async () => {
    await withLease(PULLS, never, async () => {
      expect(await withLease(PULLS, never, async () => "twice")).toBeNull();
      expect(await isFree(7, 1)).toBe(false);
      expect(await withLease({ ...PULLS, stream: "issues" }, never, async () => "own")).toBe("own");
      expect(await withLease({ ...PULLS, repositoryId: 8 }, never, async () => "own")).toBe("own");
      expect(await isFree(7, 0)).toBe(true);
    });
    expect(await isFree(7, 1)).toBe(true);
  });

  test("is given back when the work fails", async () => {
    await expect(withLease(PULLS, never, () => Promise.reject(new Error("no")))).rejects.toThrow(
      "no",
    );
    expect(await withLease(PULLS, never, async () => "again")).toBe("again");
  });

  test("that many ask for at once goes to each of them in turn or to nobody, and is free in the end", async () => {
    let [inside, most, done] = [0, 0, 0];
    const work = async () => {
      inside += 1;
      most = Math.max(most, inside);
      await other.query("select 1");
      inside -= 1;
      done += 1;
    };
    for (let round = 0; round < 20; round += 1)
      await Promise.all(Array.from({ length: 5 }, () => withLease(PULLS, never, work)));
    expect(most).toBe(1);
    expect(done).toBeGreaterThanOrEqual(20);
    expect(await isFree(7, 1)).toBe(true);
  });

  test("tells the work when the connection that holds it is lost, and can be taken anew", async () => {
    const told = withLease(PULLS, never, async (signal) => {
      const lost = once(signal, "abort");
      await other.query(
        `select pg_terminate_backend(l.pid) from pg_locks l where l.locktype = 'advisory' and l.pid <> pg_backend_pid()`,
      );
      await lost;
      return String(signal.reason);
    });
    expect(await told).toMatch(/another worker may read the same now/);
    expect(await withLease(PULLS, never, async () => "again")).toBe("again");
  });

  test("ends its work with the worker's own signal too", async () => {
    const stopping = new AbortController();
    const reason = await withLease(PULLS, stopping.signal, async (signal) => {
      stopping.abort("stopped");
      return signal.reason as unknown;
    });
    expect(reason).toBe("stopped");
  });
});
