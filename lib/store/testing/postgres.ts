import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { findBinaries } from "../embedded/find-binaries.ts";
import { startPostgres } from "../embedded/start-postgres.ts";
import { migrate } from "../migrate/migrate.ts";
import { adminClient } from "./admin-client.ts";

export const TEMPLATE = "gateline_template";

/** One real server for all database tests, with a migrated template that each file clones. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), "gateline-test-"));
  const { url } = await startPostgres(folder, await findBinaries());
  const admin = await adminClient(url);
  await admin.query(`CREATE DATABASE ${TEMPLATE}`);
  await admin.end();
  await migrate(url.replace("/postgres?", `/${TEMPLATE}?`));
  project.provide("postgres", url);
  // The server itself stops with this process; its folder is in use until then.
  process.once("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  return () => undefined;
}

declare module "vitest" {
  // An interface, since only that can be added to.
  // oxlint-disable-next-line typescript/consistent-type-definitions
  export interface ProvidedContext {
    postgres: string;
  }
}
