import pg from "pg";

const AT = "'2026-06-01T10:00:00Z'";

/** One row or more of everything that a server of the first version came to hold. */
export async function fillFirstVersion(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(ROWS);
  } finally {
    await client.end();
  }
}

const ROWS = `
insert into actor (kind, name, roles) values ('person', 'someone', '{admin}'), ('system', 'gateline', '{}');
insert into source (name, kind, url, sealed_token, probe, probed_at)
values ('forge', 'gitea', 'https://forge.example', '1.sealed', '{"version":"1.27.0","limits":[]}', ${AT});
insert into repository (source_id, external_id, full_name, default_branch) values (1, '7', 'owner/name', 'main');
insert into issue (repository_id, number, external_id, title, state, labels, created_at, updated_at)
values (1, 1, '11', 'It breaks', 'open', '{bug}', ${AT}, ${AT});
insert into pull_request (repository_id, number, external_id, title, state, labels, base_ref, merge_sha, created_at, updated_at, merged_at, files_known)
values (1, 2, '12', 'fix: it broke', 'merged', '{}', 'main', repeat('a', 40), ${AT}, ${AT}, ${AT}, true);
insert into changed_file (repository_id, number, path, status, additions, deletions) values (1, 2, 'a.ts', 'modified', 1, 2);
insert into comment (repository_id, external_id, number, author, body, created_at, updated_at)
values (1, '21', 1, 'someone', 'seen', ${AT}, ${AT});
insert into workflow_file (repository_id, path, text) values (1, '.gitea/workflows/ci.yml', 'on: push');
insert into program (slug, name, fixes_since, mandate) values ('2615', 'Coverage', ${AT}, 'All of it');
insert into policy (program_id, version, rules) values (1, 1, '{}');
insert into program_repository (program_id, repository_id, alias) values (1, 1, 'core');
insert into item (program_id, kind, repository_id, number, natural_key) values (1, 'fix', 1, 2, 'fix:1#2');
insert into claim (item_id, actor_id, granted_at, expires_at) values (1, 1, ${AT}, ${AT}::timestamptz + interval '1 hour');
insert into decision (at, actor_id, verb, subject) values (${AT}, 1, 'gap.claim', 'GAP-1');
insert into sync_stream (repository_id, stream, watermark, completed_at, forge_total, position)
values (1, 'pulls', ${AT}, ${AT}, 1, null), (1, 'issues', null, null, null, '{"page":3,"totalBefore":120}');
insert into sync_run (repository_id, state, phase, error, ended_at) values (1, 'failed', 'pulls', 'The forge is down', ${AT});
insert into setting (key, value) values ('sample.offered', 'true');
`;
