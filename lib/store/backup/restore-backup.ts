import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { AppError } from "#/lib/errors.ts";
import { migrationNames } from "../migrate/files.ts";
import { migrate } from "../migrate/migrate.ts";
import { EndLine, Header, quoted, TableLine } from "./format.ts";
import { readSections, type Sections } from "./read-sections.ts";
import { withNewDatabase } from "./with-new-database.ts";

export type RestoreReport = {
  /** When the backup was made. */
  readonly at: string;
  readonly rows: number;
  /** Migrations that came after it and were applied. */
  readonly migrated: readonly string[];
  /** What the database that was there before is called now; null where it held nothing. */
  readonly before: string | null;
};

/**
 * Puts a backup in the place of the database: into a new one beside it, which takes its name at the very end,
 * so that whatever goes wrong the old one stays as it was; where it holds anything it is kept under another
 * name. Throws AppError: invalid for what is no whole backup or is of a newer version, conflict while
 * somebody else is connected.
 */
export async function restoreBackup(url: string, file: string, at: Date): Promise<RestoreReport> {
  const sections = readSections(file);
  const header = parseHeader(await sections.line(), file);
  return withNewDatabase(url, at, async (fresh) => {
    await migrate(fresh, header.migrations.at(-1));
    const rows = await copyAll(fresh, sections, header);
    return { at: header.at, rows, migrated: await migrate(fresh) };
  });
}

function parseHeader(text: string, file: string): Header {
  const header = Header.safeParse(parseJson(text));
  if (!header.success)
    throw new AppError("invalid", `${file} is no backup of this server. Nothing was changed.`);
  const known = migrationNames();
  const newer = header.data.migrations.filter((name) => !known.includes(name));
  if (newer.length > 0)
    throw new AppError(
      "invalid",
      `The backup was made by a newer version (${newer.join(", ")}). Nothing was changed; restore it with that version.`,
    );
  return header.data;
}

/** All rows in one transaction; what the file says that it holds must be what came. */
async function copyAll(url: string, sections: Sections, header: Header): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("begin");
    const counts: Record<string, number> = {};
    for (let line = await sections.line(); ; line = await sections.line()) {
      const json = parseJson(line);
      const end = EndLine.safeParse(json);
      if (end.success) {
        requireCounts(end.data.rows, counts);
        break;
      }
      const { table, columns } = requireTable(json);
      const into = `copy public.${quoted(table)} (${columns.map(quoted).join(", ")}) from stdin`;
      const copying = client.query(copyFrom(into));
      await pipeline(Readable.from(sections.rows(), { objectMode: false }), copying);
      counts[table] = copying.rowCount;
    }
    for (const [name, value] of Object.entries(header.sequences))
      if (value !== null)
        await client.query("select setval($1::regclass, $2::bigint)", [
          `public.${quoted(name)}`,
          value,
        ]);
    await client.query("commit");
    return Object.values(counts).reduce((sum, count) => sum + count, 0);
  } finally {
    await client.end();
  }
}

function requireTable(json: unknown): { table: string; columns: readonly string[] } {
  const line = TableLine.safeParse(json);
  if (line.success) return line.data;
  throw new AppError(
    "invalid",
    "The backup has a line that is none of its own. Nothing was changed; take another one.",
  );
}

function requireCounts(said: Readonly<Record<string, number>>, came: Record<string, number>): void {
  const wrong = Object.keys({ ...said, ...came }).filter((table) => said[table] !== came[table]);
  if (wrong.length === 0) return;
  throw new AppError(
    "invalid",
    `The backup does not hold as many rows as it says (${wrong.join(", ")}). Nothing was changed; take another one.`,
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
