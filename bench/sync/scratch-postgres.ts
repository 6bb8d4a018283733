import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { findBinaries } from "../../lib/store/embedded/find-binaries.ts";
import { startPostgres } from "../../lib/store/embedded/start-postgres.ts";
import { migrate } from "../../lib/store/migrate/migrate.ts";

const TEMPLATE = "gateline_template";

export type ScratchPostgres = {
  /** The environment of a process that works with an empty database of its own and with an empty cache. */
  readonly fresh: () => Promise<NodeJS.ProcessEnv>;
};

/** Starts a real server in a temporary folder; it stops with this process, and the folder goes with it. */
export async function scratchPostgres(): Promise<ScratchPostgres> {
  const folder = mkdtempSync(join(tmpdir(), "gateline-bench-"));
  const { url } = await startPostgres(folder, await findBinaries());
  process.once("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  const of = (name: string) => url.replace("/postgres?", `/${name}?`);
  await query(url, `CREATE DATABASE ${TEMPLATE}`);
  await migrate(of(TEMPLATE));
  const { DATABASE_URL: _, ...env } = process.env;
  let made = 0;
  return {
    fresh: async () => {
      made += 1;
      const name = `bench_${made}`;
      await query(url, `CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
      return {
        ...env,
        DATABASE_URL: of(name),
        GATELINE_DATA: join(folder, name),
        GATELINE_KEY: randomBytes(32).toString("hex"),
      };
    },
  };
}

async function query(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}
