import pg from "pg";
import { readEnv } from "#/lib/env.ts";
import { AppError, messageOf } from "#/lib/errors.ts";
import { findBinaries } from "./embedded/find-binaries.ts";
import { startPostgres } from "./embedded/start-postgres.ts";

export type OpenDatabase = { readonly url: string; readonly embedded: boolean };

/** The database to work with: DATABASE_URL's, or the embedded one, started if it does not run yet. */
export async function openDatabase(): Promise<OpenDatabase> {
  const env = readEnv();
  const embedded = env.DATABASE_URL === undefined;
  const url =
    env.DATABASE_URL ?? (await startPostgres(env.dataDirectory, await findBinaries())).url;
  await greet(url);
  process.env.DATABASE_URL = url;
  return { url, embedded };
}

async function greet(url: string): Promise<void> {
  const client = clientOf(url);
  try {
    await client.connect();
    await client.query("select 1");
  } catch (cause) {
    throw new AppError(
      "unavailable",
      `Postgres is not reachable at ${placeOf(client)}: ${messageOf(cause)}. Check DATABASE_URL and that the server runs, or unset it to use the embedded one.`,
      { cause },
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

function clientOf(url: string): pg.Client {
  try {
    return new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  } catch (cause) {
    throw new AppError(
      "usage",
      "DATABASE_URL is not the address of a Postgres. Write it as postgresql://user@host:5432/database.",
      { cause },
    );
  }
}

// Host and database alone: an address can carry a password in more than one place.
const placeOf = ({ host, port, database }: pg.Client): string =>
  `${host}:${port}/${database ?? ""}`;
