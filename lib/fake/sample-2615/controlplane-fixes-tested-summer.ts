/** Fixes of molecule-controlplane that touch a test, mid May to June, in the notation of `read-pulls.ts`. */
export const controlplaneFixesTestedSummer = `
#396 2026-05-14T10:36:28Z kimi fix(cache): drop a tenant's entries when it moves
  M internal/cache/evict.go
  A internal/cache/evict_test.go
#409 2026-05-15T09:50:17Z minimax fix(providers): keep the provider's request id in the log
  M internal/providers/log.go
  A tests/e2e/provider/test_request_id.py
#421 2026-05-18T09:31:42Z kimi fix(migrations): take the lock before the first statement
  M internal/migrate/run.go
  A internal/migrate/run_test.go
#433 2026-05-18T14:12:03Z fleet-engineer fix(tenant-boot): give a new tenant its gateway route
  M internal/tenants/route.go
  A e2e/test_tenant_boot.sh
#459 2026-05-19T11:27:55Z kimi fix(proxy): forward the trailer of a streamed answer
  M internal/proxy/stream.go
  A internal/proxy/stream_test.go
#467 2026-05-20T10:04:34Z minimax fix(portal): list the newest invoice first
  M portal/src/invoices/sort.ts
  A portal/src/invoices/sort.spec.ts
#482 2026-05-21T14:45:26Z kimi fix(rotation): keep the old key for the calls in flight
  M internal/keys/overlap.go
  A internal/servinge2e/probe/test_rotation.sh
#494 2026-05-22T09:38:11Z kimi fix(limits): reset a tenant's counter at midnight
  M internal/limits/window.go
  A internal/limits/window_test.go
#508 2026-05-25T10:19:49Z minimax fix(runner-pool): return a runner that never started
  M pool/lease.py
  A pool/tests/test_lease.py
#521 2026-05-25T14:58:32Z fleet-engineer fix(tunnel): close the old tunnel before the new one opens
  M internal/tunnel/swap.go
  A tests/e2e/tunnel/test_swap.sh
  M infra/.gitea/workflows/tunnel-smoke.yml
#528 2026-05-26T09:12:20Z kimi fix(orgs): compare an organisation's name without case
  M internal/orgs/name.go
  A internal/orgs/name_test.go
#549 2026-05-26T16:40:58Z minimax fix(usage): skip a record without a tenant
  M reports/records.py
  A reports/test_records.py
  M infra/.gitea/workflows/usage-smoke.yml
#553 2026-05-27T10:01:15Z kimi fix(keys): refuse a model key of another region
  M internal/keys/region.go
  A internal/servinge2e/keys/region_test.go
#568 2026-05-27T15:33:40Z kimi fix(admission): check the quota after the lock is held
  M internal/admission/check.go
  A internal/admission/check_test.go
#575 2026-05-28T10:47:02Z minimax fix(host-drain): move the workspaces in order of age
  M fleet/drain.py
  A staginge2e/test_drain.py
#590 2026-05-29T09:55:37Z fleet-engineer fix(backup): restore into an empty workspace only
  M internal/backup/restore.go
  A internal/backup/restore_test.go
  A tests/e2e/backup/restore_test.go
#602 2026-06-01T09:20:14Z kimi fix(events): replay from the last acknowledged event
  M internal/events/replay.go
  A internal/events/replay_test.go
#611 2026-06-01T14:08:56Z minimax fix(mirror): fetch the tags that were moved
  M mirror/fetch.sh
  A mirror/test_fetch.sh
  M mirror/.forgejo/workflows/nightly-e2e.yml
#628 2026-06-02T10:30:21Z kimi fix(providers): time a provider out by the first token
  M internal/providers/timeout.go
  A tests/e2e/provider/test_first_token.py
#639 2026-06-02T15:17:45Z kimi fix(billing): credit a refund to the month it belongs to
  M internal/billing/refund.go
  A internal/billing/refund_test.go
#651 2026-06-03T11:42:09Z minimax fix(status-page): show an incident until it is resolved
  M status/render.py
  A status/test_render.py
  A tests/fixtures/incident.json
#664 2026-06-04T10:11:33Z fleet-engineer fix(instances): tag an instance when it is requested
  M internal/instances/tag.go
  A internal/staginge2e/aws/tag_test.go
#677 2026-06-05T09:44:50Z kimi fix(leases): let the holder renew in the last second
  M internal/leases/renew.go
  A internal/leases/renew_test.go
#683 2026-06-05T14:26:18Z minimax fix(live-models): list a model only if its key works
  M internal/serving/list.go
  A internal/servinge2e/live/list_test.go
#707 2026-06-08T10:53:27Z kimi fix(keys): notice a model key that was replaced by hand
  M internal/keys/watch.go
  A internal/servinge2e/keys/watch_test.go
#714 2026-06-08T15:29:04Z kimi fix(backup): stop a copy whose workspace was deleted
  M internal/backup/cancel.go
  A tests/e2e/backup/cancel_test.go
#731 2026-06-09T14:37:52Z minimax fix(providers): do not reuse a connection after an error
  M internal/providers/pool.go
  A tests/e2e/provider/test_connection_reuse.py
#745 2026-06-10T10:05:41Z kimi fix(tenants): archive a tenant that never signed in
  M internal/tenants/archive.go
  A internal/tenants/archive_test.go
`;
