import pg from "pg";

const CLASS = 0x6a7e; // keeps these advisory locks apart from everybody else's

/**
 * Runs `work` while holding the repository's lock, or returns null when another process holds it.
 * The lock belongs to a connection of its own: a killed process loses it at once.
 */
export async function withRepositoryLock<Result>(
  repositoryId: number,
  work: () => Promise<Result>,
): Promise<Result | null> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    const { rows } = await client.query<{ held: boolean }>(
      "select pg_try_advisory_lock($1, $2) as held",
      [CLASS, repositoryId],
    );
    return rows[0]?.held === true ? await work() : null;
  } finally {
    await client.end();
  }
}
