import { expect, inject, test } from "vitest";
import { databaseBefore } from "./testing/database-before.ts";

test("a repository that was read before direct commits were stays audited, and says that they are missing", async () => {
  await using before = await databaseBefore(inject("postgres"), "_direct_commits");
  await before.client.query(`
    insert into source (id, name, kind, url) values (1, 's', 'gitea', '/');
    insert into repository (id, source_id, external_id, full_name, default_branch)
      select n, 1, n::text, 'a/b', 'main' from generate_series(1, 3) n;
    insert into sync_stream (repository_id, stream, completed_at, refusal)
      values (1, 'pulls', now(), null), (2, 'pulls', now(), 'refused since'), (3, 'pulls', null, null)`);
  await before.migrate();
  const { rows } = await before.client.query(
    "select repository_id, completed_at, refusal from sync_stream where stream = 'commits' order by 1",
  );
  const refusal = expect.stringMatching(/not read yet; the next sync/);
  expect(rows).toEqual([
    { repository_id: 1, completed_at: null, refusal },
    { repository_id: 2, completed_at: null, refusal },
  ]);
});
