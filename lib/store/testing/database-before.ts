import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { migrationNames, migrationsFolder } from "../migrate/files.ts";
import { adminClient } from "./admin-client.ts";

/** A database as it was before a migration, which is named by the end of its folder's name. */
export async function databaseBefore(server: string, suffix: string) {
  const name = `gateline_before_${randomBytes(4).toString("hex")}`;
  const admin = await adminClient(server);
  await admin.query(`CREATE DATABASE ${name}`);
  const client = new pg.Client({
    connectionString: server.replace("/postgres?", `/${name}?`),
  });
  await client.connect();
  const apply = (migration: string) =>
    client.query(readFileSync(join(migrationsFolder, migration, "migration.sql"), "utf8"));
  const names = migrationNames();
  const at = names.findIndex((each) => each.endsWith(suffix));
  for (const migration of names.slice(0, at)) await apply(migration);
  return {
    client,
    migrate: () => apply(names[at] ?? ""),
    async [Symbol.asyncDispose](): Promise<void> {
      await client.end();
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.end();
    },
  };
}
