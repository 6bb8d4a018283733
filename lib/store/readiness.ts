import { messageOf } from "#/lib/errors.ts";
import { db, type JsonInput } from "./db.ts";
import { migrationNames } from "./migrate/files.ts";

const STEP = "starting_step";

/** Says which step a starting server is at; null when it is through. */
export async function saveStartingStep(step: string | null): Promise<void> {
  const value: JsonInput = { step };
  await db.setting.upsert({
    where: { key: STEP },
    create: { key: STEP, value },
    update: { value },
  });
}

/** The step that keeps the server from being ready; null when it is ready. `sample: false` leaves the sample out. */
export async function loadStartingStep({ sample }: { sample: boolean }): Promise<string | null> {
  try {
    const missing = await missingMigrations();
    if (missing > 0) return `applying ${missing} migrations`;
    if (!sample) return null;
    const row = await db.setting.findUnique({ where: { key: STEP } });
    if (row === null) return "preparing the database";
    const { value } = row;
    return value !== null &&
      typeof value === "object" &&
      "step" in value &&
      typeof value.step === "string"
      ? value.step
      : null;
  } catch (error) {
    return `waiting for the database: ${messageOf(error).split("\n").at(-1)}`;
  }
}

async function missingMigrations(): Promise<number> {
  const [table] = await db.$queryRaw<{ present: boolean }[]>`
    select to_regclass('_prisma_migrations') is not null as present`;
  const names = migrationNames();
  if (table?.present !== true) return names.length;
  const applied = await db.$queryRaw<{ migration_name: string }[]>`
    select migration_name from _prisma_migrations where finished_at is not null`;
  const done = new Set(applied.map((row) => row.migration_name));
  return names.filter((name) => !done.has(name)).length;
}
