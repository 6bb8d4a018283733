/** Fixes of molecule-controlplane that touch a test, April to mid May, in the notation of `read-pulls.ts`. */
export const controlplaneFixesTestedSpring = `
#9 2026-04-14T08:52:10Z kimi fix(tenants): create the schema before the first user
  M internal/tenants/create.go
  A internal/tenants/create_test.go
#17 2026-04-14T16:31:44Z minimax fix(server): read the port from the environment once
  M main.go
  A main_test.go
#24 2026-04-15T09:47:03Z kimi fix(serving): answer 503 while no model is loaded
  M internal/serving/ready.go
  A internal/servinge2e/keys/ready_test.go
#33 2026-04-16T10:05:29Z fleet-engineer fix(dns): wait for the record before the certificate
  M internal/dns/record.go
  A internal/dns/record_test.go
#41 2026-04-16T15:12:51Z minimax fix(portal): keep the return address through the sign-in
  M portal/src/login/return-to.ts
  A portal/e2e/login.test.ts
#49 2026-04-17T09:33:18Z kimi fix(quota): count stopped workspaces too
  M internal/quota/count.go
  A internal/quota/count_test.go
#56 2026-04-17T14:20:37Z kimi fix(invites): let an invitation lapse after a week
  M internal/invites/expire.go
  A internal/invites/expire_test.go
#77 2026-04-20T10:41:26Z minimax fix(billing): round a partial hour up once
  M internal/billing/meter.go
  A internal/billing/meter_test.go
#95 2026-04-21T09:28:55Z fleet-engineer fix(tunnel): reopen the tunnel after the host rebooted
  M internal/tunnel/dial.go
  A tests/e2e/tunnel/test_reopen.sh
#101 2026-04-21T13:56:12Z kimi fix(orgs): forbid removing the last owner
  M internal/orgs/members.go
  A internal/orgs/members_test.go
#112 2026-04-22T10:15:34Z minimax fix(gateway): stop at the request limit and not one after
  M gateway/limits.py
  A gateway/tests/test_limits.py
#121 2026-04-22T15:44:08Z kimi fix(keys): rotate the model key before it expires
  M internal/keys/rotate.go
  A servinge2e/test_model_keys.sh
#138 2026-04-24T09:02:47Z kimi fix(audit-log): write the actor of an agent's call
  | Fixes #127
  M internal/auditlog/write.go
  A internal/auditlog/write_test.go
#145 2026-04-24T16:37:21Z fleet-engineer fix(drain): wait for running calls before a host is drained
  M internal/fleet/drain.go
  A internal/staginge2e/test_drain.sh
#159 2026-04-27T10:08:15Z minimax fix(health): do not count a starting pod as broken
  M internal/health/probe.go
  A internal/health/probe_test.go
#172 2026-04-27T15:25:50Z kimi fix(backup): keep the last good copy when a new one fails
  M internal/backup/retain.go
  A tests/e2e/backup/retain_test.go
#191 2026-04-28T11:39:02Z kimi fix(regions): fall back to the home region
  M internal/regions/choose.go
  A internal/regions/choose_test.go
#203 2026-04-29T09:54:43Z minimax fix(portal): show the plan's limits in the right unit
  M portal/src/plan/limits.ts
  A portal/src/plan/limits.spec.ts
#211 2026-04-30T10:27:19Z kimi fix(images): refuse an image without a digest
  M internal/images/verify.go
  A internal/images/verify_test.go
#219 2026-04-30T14:49:36Z fleet-engineer fix(providers): map a provider's 529 to try again later
  M internal/providers/status.go
  A tests/e2e/provider/test_overloaded.py
#229 2026-05-01T09:36:05Z minimax fix(webhooks): sign the body that is sent
  M internal/webhooks/sign.go
  A internal/webhooks/sign_test.go
#236 2026-05-01T15:03:58Z kimi fix(scheduler): place one workspace on one host
  M internal/scheduler/place.go
  A internal/scheduler/place_test.go
#251 2026-05-04T09:45:31Z kimi fix(keys): serve the key of the tenant that asked
  M internal/keys/lookup.go
  A internal/servinge2e/keys/tenant_test.go
#266 2026-05-04T16:18:24Z minimax fix(stripe): accept an event that arrives twice
  M internal/stripe/events.go
  A internal/stripe/events_test.go
#279 2026-05-05T10:52:47Z kimi fix(bootstrap): seed the first admin in one transaction
  M internal/bootstrap/seed.go
  A internal/bootstrap/seed_test.go
#290 2026-05-06T09:24:12Z fleet-engineer fix(edge): keep the connection of a slow reader
  M internal/edge/copy.go
  A internal/edge/copy_test.go
  M infra/edge/values.yaml
#306 2026-05-07T11:31:55Z minimax fix(usage): close the month in the tenant's zone
  M reports/usage.py
  A reports/test_usage.py
  A tests/fixtures/usage-month.json
#317 2026-05-08T10:43:20Z kimi fix(cross-cloud): retry a call that the second cloud throttled
  M internal/cloud/retry.go
  A internal/staginge2e/gcp/retry_test.go
#329 2026-05-11T09:15:48Z kimi fix(sessions): end all sessions of a removed user
  M internal/sessions/revoke.go
  A internal/sessions/revoke_test.go
#352 2026-05-11T14:34:09Z minimax fix(login): send a signed-out user to the portal's root
  M portal/src/login/redirect.ts
  A portal.spec.ts
#367 2026-05-12T10:22:36Z fleet-engineer fix(backup): name a copy after its workspace and moment
  M internal/backup/name.go
  A tests/e2e/backup/name_test.go
#379 2026-05-13T09:58:51Z kimi fix(secrets): do not print a secret in an error
  M internal/secrets/errors.go
  A internal/secrets/errors_test.go
#385 2026-05-13T15:41:07Z minimax fix(boot-image): start the agent after the network is up
  M images/boot/start.sh
  A images/boot/test_start.sh
  A .forgejo/workflows/smoke-boot.yml
`;
