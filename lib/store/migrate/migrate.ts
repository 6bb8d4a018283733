import type { DiffParams } from "@prisma/schema-engine-wasm/schema_engine_bg";
import { AppError, messageOf } from "#/lib/errors.ts";
import { withEngine } from "./engine.ts";
import { migrationsList, schemaFiles } from "./files.ts";

const filters = { externalTables: [], externalEnums: [] };

/** Applies the migrations that are missing, all or those up to one, and names them; several processes may call it at once. */
export async function migrate(url: string, last?: string): Promise<readonly string[]> {
  try {
    return await withEngine(url, async (engine) => {
      const done = await engine.applyMigrations({
        migrationsList: migrationsList(last),
        filters,
      });
      return done.appliedMigrationNames;
    });
  } catch (cause) {
    throw new AppError(
      "failed",
      `A migration failed and was rolled back; nothing else was changed: ${messageOf(cause)}\nNext: correct the cause it names, run \`node scripts/migrations.ts rolled-back NAME\`, and start again.`,
      { cause },
    );
  }
}

/** The names of applied migrations whose file was edited afterwards. */
export const editedMigrations = (url: string): Promise<readonly string[]> =>
  withEngine(url, async (engine) => {
    const history = await engine.diagnoseMigrationHistory({
      migrationsList: migrationsList(),
      optInToShadowDatabase: false,
      filters,
    });
    return history.editedMigrationNames;
  });

/** Marks a failed migration as rolled back, so that its corrected file can be applied. */
export const markRolledBack = (url: string, migrationName: string): Promise<void> =>
  withEngine(url, async (engine) => {
    await engine.markMigrationRolledBack({ migrationName });
  });

/** The SQL from the committed migrations to the written schema; empty when they agree. */
export const pendingSql = (url: string): Promise<string> =>
  withEngine(url, async (engine) => {
    const input = {
      from: { tag: "migrations", ...migrationsList() },
      to: { tag: "schemaDatamodel", files: schemaFiles() },
      script: true,
      exitCode: true,
      filters,
    } as unknown as DiffParams;
    const result = await engine.diff(input);
    return result.exitCode === 0 ? "" : (result.stdout ?? "");
  });
