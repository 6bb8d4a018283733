import type pg from "pg";
import { z } from "zod";

export type Table = { readonly table: string; readonly columns: readonly string[] };

const Name = z.object({ name: z.string() });
const Reference = z.object({ from: z.string(), to: z.string() });
const Column = z.object({ table: z.string(), column: z.string() });
const Sequence = z.object({ name: z.string(), value: z.string().nullable() });

/** Every table of ours with the columns that are written, each behind those that it refers to. The list of applied migrations is not among them. */
export async function listTables(client: pg.Client): Promise<readonly Table[]> {
  const names = await rowsOf(
    client,
    Name,
    `select relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> '_prisma_migrations'
      order by relname`,
  );
  const references = await rowsOf(
    client,
    Reference,
    `select distinct conrelid::regclass::text as from, confrelid::regclass::text as to
       from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conrelid <> confrelid`,
  );
  const columns = await rowsOf(
    client,
    Column,
    `select table_name as table, column_name as column from information_schema.columns
      where table_schema = 'public' and is_generated = 'NEVER' order by table_name, ordinal_position`,
  );
  return inOrder(
    names.map(({ name }) => name),
    references.map(({ from, to }) => ({ from: unquoted(from), to: unquoted(to) })),
  ).map((table) => ({
    table,
    columns: columns.filter((each) => each.table === table).map(({ column }) => column),
  }));
}

/** How far each sequence was counted; null where it never was. */
export async function listSequences(
  client: pg.Client,
): Promise<Readonly<Record<string, string | null>>> {
  const rows = await rowsOf(
    client,
    Sequence,
    `select sequencename as name, last_value::text as value from pg_sequences
      where schemaname = 'public' order by sequencename`,
  );
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
}

/** Each name behind those that it refers to; throws where they refer to each other in a circle. */
export function inOrder(
  names: readonly string[],
  references: readonly { readonly from: string; readonly to: string }[],
): readonly string[] {
  const ordered: string[] = [];
  let left = names;
  while (left.length > 0) {
    const free = left.filter((name) =>
      references.every(({ from, to }) => from !== name || !left.includes(to)),
    );
    if (free.length === 0) throw new Error(`These tables refer to each other: ${left.join(", ")}.`);
    ordered.push(...free);
    left = left.filter((name) => !free.includes(name));
  }
  return ordered;
}

const unquoted = (name: string): string => name.replaceAll('"', "");

/** Rows of the catalogue, read as they must be. */
export async function rowsOf<Row extends z.ZodType>(
  client: pg.Client,
  row: Row,
  query: string,
): Promise<z.output<Row>[]> {
  return z.array(row).parse((await client.query(query)).rows);
}
