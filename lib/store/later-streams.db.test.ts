import { expect, inject, test } from "vitest";
import { databaseBefore } from "./testing/database-before.ts";

// The first repository was read whole, of the second a part was refused, the third was never read.
const STREAMS = `
  (1, 'pulls', now(), null), (1, 'files', now(), null), (1, 'workflows', now(), null),
  (2, 'pulls', now(), 'refused since'), (2, 'files', null, '3 lists are missing'), (2, 'workflows', null, 'no right'),
  (3, 'pulls', null, null), (3, 'files', null, null), (3, 'workflows', null, null)`;

test.each([
  ["_patches", ["patches"]],
  ["_direct_commits", ["commits"]],
  ["_checks_and_protection", ["checks", "protection", "sources"]],
])("what was read before %s stays audited, and says what is missing", async (suffix, streams) => {
  await using before = await databaseBefore(inject("postgres"), suffix);
  await before.client.query(`
    insert into source (id, name, kind, url) values (1, 's', 'gitea', '/');
    insert into repository (id, source_id, external_id, full_name, default_branch)
      select n, 1, n::text, 'a/b', 'main' from generate_series(1, 3) n;
    insert into sync_stream (repository_id, stream, completed_at, refusal) values ${STREAMS}`);
  await before.migrate();
  const { rows } = await before.client.query(
    `select repository_id, stream, completed_at, refusal from sync_stream
      where stream = any($1) order by 1, 2`,
    [streams],
  );
  const refusal = expect.stringMatching(/not read yet; the next sync/);
  expect(rows).toEqual(
    [1, 2].flatMap((repository_id) =>
      streams.map((stream) => ({ repository_id, stream, completed_at: null, refusal })),
    ),
  );
});
