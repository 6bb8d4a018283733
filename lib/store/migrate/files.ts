import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

// Bundled code has no folder of its own; the web server is started in the checkout.
const here: string | undefined = import.meta.dirname;
const root = here === undefined ? process.cwd() : join(here, "../../..");
export const migrationsFolder = join(/* turbopackIgnore: true */ root, "prisma/migrations");
const schemaFolder = join(/* turbopackIgnore: true */ root, "prisma/schema");

/** The names of the committed migrations, oldest first. */
export function migrationNames(): string[] {
  return readdirSync(migrationsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted();
}

/** The committed migrations, or the first of them up to one, as the schema engine wants them. */
export function migrationsList(last?: string) {
  return {
    baseDir: migrationsFolder,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: migrationNames()
      .filter((name) => last === undefined || name <= last)
      .map((path) => ({
        path,
        migrationFile: {
          path: "migration.sql",
          content: read(join(migrationsFolder, path, "migration.sql")),
        },
      })),
  };
}

/** The schema as it is written now. */
export const schemaFiles = () =>
  readdirSync(schemaFolder)
    .filter((name) => name.endsWith(".prisma"))
    .toSorted()
    .map((path) => ({ path, content: readFileSync(join(schemaFolder, path), "utf8") }));

const read = (file: string) =>
  existsSync(file)
    ? { tag: "ok" as const, value: readFileSync(file, "utf8") }
    : { tag: "error" as const, value: `${file} is missing` };
