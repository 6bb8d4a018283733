import pg from "pg";

const CLASS = 0x6a7f; // beside the class of the repositories' locks

/**
 * Runs `work` while nobody else does with the same program; who comes second waits. The lock belongs to
 * a connection of its own: a killed process loses it at once.
 */
export async function withProgramLock<Result>(
  programId: number,
  work: () => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1, $2)", [CLASS, programId]);
    return await work();
  } finally {
    await client.end();
  }
}
