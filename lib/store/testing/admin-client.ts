import pg from "pg";

/** A connection to the server of the tests; refuses any that is not a local socket. */
export async function adminClient(url: string): Promise<pg.Client> {
  if (!new URL(url).searchParams.get("host")?.startsWith("/")) {
    throw new Error(`Refusing to proceed: ${url} is not the tests' own local server.`);
  }
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}
