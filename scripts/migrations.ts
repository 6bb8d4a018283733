// The maintainer's tool: check | new NAME | rolled-back NAME, on DATABASE_URL or the embedded server.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { migrationsFolder } from "#/lib/store/migrate/files.ts";
import { editedMigrations, markRolledBack, pendingSql } from "#/lib/store/migrate/migrate.ts";
import { openDatabase } from "#/lib/store/open-database.ts";

const [command, name] = process.argv.slice(2);
const { url } = await openDatabase();

if (command === "check") {
  const [sql, edited] = [await pendingSql(url), await editedMigrations(url)];
  if (sql)
    console.error(
      `The schema is ahead of the migrations. Run: node scripts/migrations.ts new NAME\n${sql}`,
    );
  if (edited.length > 0) console.error(`Applied migrations were edited: ${edited.join(", ")}`);
  process.exit(sql || edited.length > 0 ? 1 : 0);
} else if (command === "new" && name) {
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = join(migrationsFolder, `${stamp}_${name}`);
  const sql = await pendingSql(url);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "migration.sql"), sql);
  console.log(folder);
} else if (command === "rolled-back" && name) {
  await markRolledBack(url, name);
} else {
  console.error("usage: node scripts/migrations.ts check | new NAME | rolled-back NAME");
  process.exit(2);
}
process.exit(0);
