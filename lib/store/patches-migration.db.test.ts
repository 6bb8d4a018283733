import { expect, inject, test } from "vitest";
import { databaseBefore } from "./testing/database-before.ts";

test("a repository that was read whole before patches were read stays audited, and says what is missing", async () => {
  await using before = await databaseBefore(inject("postgres"), "_patches");
  await before.client.query(`
    insert into source (id, name, kind, url) values (1, 's', 'gitea', '/');
    insert into repository (id, source_id, external_id, full_name, default_branch)
      select n, 1, n::text, 'a/b', 'main' from generate_series(1, 3) n;
    insert into sync_stream (repository_id, stream, completed_at, refusal)
      values (1, 'files', now(), null), (2, 'files', null, '3 lists are missing'), (3, 'files', null, null)`);
  await before.migrate();
  const { rows } = await before.client.query(
    "select repository_id, completed_at, refusal from sync_stream where stream = 'patches' order by 1",
  );
  const refusal = expect.stringMatching(/not read yet; the next sync/);
  expect(rows).toEqual([
    { repository_id: 1, completed_at: null, refusal },
    { repository_id: 2, completed_at: null, refusal },
  ]);
});
