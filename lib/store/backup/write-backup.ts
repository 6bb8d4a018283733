import { createWriteStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { z } from "zod";
import { END_OF_ROWS, FORMAT, type Header, quoted } from "./format.ts";
import { listSequences, listTables, rowsOf, type Table } from "./tables.ts";

export type BackupReport = { readonly tables: number; readonly rows: number };

/**
 * Writes everything that the database holds at one moment into a file, while the server may go on. What is
 * sealed stays sealed: the key is not in it. A file of that name is replaced once the new one is whole.
 */
export async function writeBackup(url: string, file: string, at: Date): Promise<BackupReport> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const aside = `${file}.${process.pid}.part`;
  try {
    await client.query("begin isolation level repeatable read read only");
    const rows: Record<string, number> = {};
    const lines = Readable.from(linesOf(client, at, rows), { objectMode: false });
    // Whoever can read the file can read everything.
    await pipeline(lines, createGzip(), createWriteStream(aside, { mode: 0o600 }));
    await flush(aside);
    await rename(aside, file);
    const counts = Object.values(rows);
    return { tables: counts.length, rows: counts.reduce((sum, count) => sum + count, 0) };
  } finally {
    await rm(aside, { force: true });
    await client.end();
  }
}

async function* linesOf(
  client: pg.Client,
  at: Date,
  counts: Record<string, number>,
): AsyncGenerator<Buffer> {
  const applied = await rowsOf(
    client,
    z.object({ name: z.string() }),
    `select migration_name as name from _prisma_migrations
      where finished_at is not null and rolled_back_at is null order by migration_name`,
  );
  const header: Header = {
    format: FORMAT,
    at: at.toISOString(),
    migrations: applied.map(({ name }) => name),
    sequences: await listSequences(client),
  };
  yield line(header);
  for (const table of await listTables(client)) {
    yield line(table);
    counts[table.table] = yield* rowsOfTable(client, table);
    yield Buffer.from(`${END_OF_ROWS}\n`);
  }
  yield line({ end: true, rows: counts });
}

async function* rowsOfTable(
  client: pg.Client,
  { table, columns }: Table,
): AsyncGenerator<Buffer, number> {
  const names = columns.map(quoted).join(", ");
  const copied = client.query(copyTo(`copy public.${quoted(table)} (${names}) to stdout`));
  for await (const chunk of copied) yield chunk as Buffer;
  return copied.rowCount;
}

const line = (value: object): Buffer => Buffer.from(`${JSON.stringify(value)}\n`);

async function flush(file: string): Promise<void> {
  const handle = await open(file, "r+");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
