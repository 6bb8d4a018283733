import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";

const TEMPLATE = "gateline_soak";

export type SoakServer = {
  /** What a process works with: a migrated database of its own, a key and a folder. */
  readonly environment: () => Promise<NodeJS.ProcessEnv>;
};

/** An embedded server in a folder of its own, which goes with this process. */
export async function startSoakServer(): Promise<SoakServer> {
  const folder = mkdtempSync(join(tmpdir(), "gateline-soak-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  const { findBinaries } = await import("#/lib/store/embedded/find-binaries.ts");
  const { startPostgres } = await import("#/lib/store/embedded/start-postgres.ts");
  const { migrate } = await import("#/lib/store/migrate/migrate.ts");
  const { url } = await startPostgres(join(folder, "postgres"), await findBinaries());
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  const of = (database: string) => url.replace("/postgres?", `/${database}?`);
  await admin.query(`CREATE DATABASE ${TEMPLATE}`);
  await migrate(of(TEMPLATE));
  let databases = 0;
  return {
    async environment() {
      const name = `${TEMPLATE}_${(databases += 1)}`;
      await admin.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
      // Nothing here has to outlive a power cut.
      await admin.query(`ALTER DATABASE ${name} SET synchronous_commit TO off`);
      return {
        ...process.env,
        DATABASE_URL: of(name),
        GATELINE_KEY: randomBytes(32).toString("hex"),
        GATELINE_DATA: join(folder, name),
        GATELINE_LOG: "silent",
      };
    },
  };
}
