import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { expect, inject, test } from "vitest";
import { migrationNames, migrationsFolder } from "./migrate/files.ts";
import { adminClient } from "./testing/admin-client.ts";

test("a repository that was read whole before patches were read stays audited, and says what is missing", async () => {
  const server = inject("postgres");
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
  const at = names.findIndex((each) => each.endsWith("_patches"));
  for (const migration of names.slice(0, at)) await apply(migration);
  await client.query(`
    insert into source (id, name, kind, url) values (1, 's', 'gitea', '/');
    insert into repository (id, source_id, external_id, full_name, default_branch)
      select n, 1, n::text, 'a/b', 'main' from generate_series(1, 3) n;
    insert into sync_stream (repository_id, stream, completed_at, refusal)
      values (1, 'files', now(), null), (2, 'files', null, '3 lists are missing'), (3, 'files', null, null)`);
  await apply(names[at] ?? "");
  const { rows } = await client.query(
    "select repository_id, completed_at, refusal from sync_stream where stream = 'patches' order by 1",
  );
  const refusal = expect.stringMatching(/not read yet; the next sync/);
  expect(rows).toEqual([
    { repository_id: 1, completed_at: null, refusal },
    { repository_id: 2, completed_at: null, refusal },
  ]);
  await client.end();
  await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
  await admin.end();
});
