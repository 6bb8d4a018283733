import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { findBinaries } from "./find-binaries.ts";
import { serverPid } from "./server-process.ts";
import { startPostgres } from "./start-postgres.ts";

// A folder that mkdtemp makes is closed to every other user.
const folder = mkdtempSync(join(tmpdir(), "gateline-closed-"));
const started: string[] = [];

afterAll(() => {
  for (const data of started) {
    const pid = serverPid(data);
    if (pid !== undefined) process.kill(pid, "SIGQUIT");
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
});

async function ask(url: string, question: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ answer: unknown }>(question);
  await client.end();
  return rows[0]?.answer;
}

test("it starts with programs and data below a folder of mode 0700, also as root", async () => {
  const binaries = await findBinaries();
  const home = dirname(dirname(binaries.initdb));
  cpSync(home, join(folder, "native"), { recursive: true, verbatimSymlinks: true });
  const own = (path: string) => join(folder, "native", path.slice(home.length));
  const data = join(folder, "closed");
  started.push(join(data, "data"));
  const { url } = await startPostgres(data, {
    initdb: own(binaries.initdb),
    pg_ctl: own(binaries.pg_ctl),
  });
  expect(await ask(url, "select 1 as answer")).toBe(1);
});

test("a second start joins the running server, and one that was killed is started again with its data", async () => {
  const data = join(folder, "killed");
  started.push(join(data, "data"));
  const binaries = await findBinaries();
  const first = await startPostgres(data, binaries);
  await ask(first.url, "create table kept as select 42 as answer");
  const joined = await startPostgres(data, binaries);
  expect([joined.pid, joined.reused]).toEqual([first.pid, true]);

  process.kill(first.pid, "SIGKILL");
  const second = await startPostgres(data, binaries);
  expect(second.pid).not.toBe(first.pid);
  expect(await ask(second.url, "select answer from kept")).toBe(42);
});
