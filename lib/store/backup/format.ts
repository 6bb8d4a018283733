import { z } from "zod";

export const FORMAT = "gateline.backup/1";

/** A backup is lines, packed: this one, then of each table its own line, its rows as Postgres copies them and a line with a backslash and a dot, then the end. */
export const Header = z.object({
  format: z.literal(FORMAT),
  at: z.iso.datetime(),
  /** Those that were applied, oldest first. */
  migrations: z.array(z.string()).min(1),
  /** How far each sequence was counted. */
  sequences: z.record(z.string(), z.string().nullable()),
});
export type Header = z.infer<typeof Header>;

export const TableLine = z.object({ table: z.string(), columns: z.array(z.string()).min(1) });

/** The last line: without it a file is cut short. */
export const EndLine = z.object({ end: z.literal(true), rows: z.record(z.string(), z.int()) });

export const END_OF_ROWS = "\\.";

/** A name as it stands in a statement. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
