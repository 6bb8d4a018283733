import pg from "pg";

/** Every value of every table of every schema but Postgres's own, as one text. */
export async function wholeDatabase(): Promise<string> {
  const client = new pg.Client({ connectionString: process.env["DATABASE_URL"] });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(`
      select format('%I.%I', table_schema, table_name) as name from information_schema.tables
       where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
       order by 1`);
    const texts: string[] = [];
    for (const { name } of rows) {
      const all = await client.query<{ row: string }>(`select t::text as row from ${name} t`);
      texts.push(name, ...all.rows.map(({ row }) => row));
    }
    return texts.join("\n");
  } finally {
    await client.end();
  }
}

/** How many rows each table has, by its name; empty tables are left out. */
export async function rowCounts(): Promise<Record<string, number>> {
  const client = new pg.Client({ connectionString: process.env["DATABASE_URL"] });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(`
      select table_name as name from information_schema.tables
       where table_type = 'BASE TABLE' and table_schema = 'public' order by 1`);
    const counts: Record<string, number> = {};
    for (const { name } of rows) {
      const counted = await client.query<{ n: number }>(`select count(*)::int as n from "${name}"`);
      const n = counted.rows[0]?.n ?? 0;
      if (n > 0) counts[name] = n;
    }
    return counts;
  } finally {
    await client.end();
  }
}
