import { randomBytes } from "node:crypto";
import pg from "pg";
import { z } from "zod";
import { adminClient } from "../../testing/admin-client.ts";
import { listSequences, listTables, rowsOf } from "../tables.ts";

/** A database of its own on the test's server, empty or as the template is; it and what it was renamed to go at the end. */
export async function otherDatabase(server: string, template?: string) {
  const name = `gateline_other_${randomBytes(4).toString("hex")}`;
  const admin = await adminClient(server);
  await admin.query(`CREATE DATABASE ${name}${template ? ` TEMPLATE ${template}` : ""}`);
  return {
    name,
    url: server.replace("/postgres?", `/${name}?`),
    names: async () =>
      (
        await rowsOf(
          admin,
          z.object({ name: z.string() }),
          `select datname as name from pg_database where datname like '${name}%' order by 1`,
        )
      ).map((row) => row.name),
    async [Symbol.asyncDispose](): Promise<void> {
      for (const each of await this.names())
        await admin.query(`DROP DATABASE ${each} WITH (FORCE)`);
      await admin.end();
    },
  };
}

/** Everything that a database holds, as text: each table's rows, and how far the sequences were counted. */
export async function contentOf(url: string): Promise<Record<string, unknown>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const content: Record<string, unknown> = { sequences: await listSequences(client) };
    for (const { table } of await listTables(client)) {
      const rows = await rowsOf(
        client,
        z.object({ row: z.string() }),
        `select t::text as row from public."${table}" t order by 1`,
      );
      content[table] = rows.map(({ row }) => row);
    }
    return content;
  } finally {
    await client.end();
  }
}
