/** Gates and other pull requests of molecule-controlplane, in the notation of `read-pulls.ts`. */
export const controlplaneOthers = `
#6 2026-04-14T13:25:38Z fleet-engineer docs(runbook): how to read a provisioning log
  A docs/runbooks/provisioning-log.md
#38 2026-04-16T11:48:21Z kimi feat(orgs): rename an organisation
  M internal/orgs/name.go
  M portal/src/orgs/form.ts
#109 2026-04-22T13:34:55Z minimax refactor(billing): one type for an amount
  M internal/billing/meter.go
  A internal/billing/amount.go
#166 2026-04-27T13:02:44Z fleet-engineer chore(deps): raise the cloud library
  M go.mod
  M go.sum
#222 2026-05-01T13:19:26Z kimi feat(regions): open the second region
  M internal/regions/table.go
  A internal/regions/table_test.go
#284 2026-05-06T11:51:09Z minimax feat(portal): a page for invoices
  A portal/src/invoices/list.ts
  A portal/src/invoices/list.spec.ts
#361 2026-05-12T13:40:17Z kimi refactor(keys): split lookup from rotation
  M internal/keys/lookup.go
  M internal/keys/rotate.go
#440 2026-05-18T16:29:33Z fleet-engineer chore(workflows): drop the smoke test of the old mirror
  D .forgejo/workflows/smoke-boot.yml
#502 2026-05-22T15:37:58Z minimax docs(api): the errors that the gateway can answer
  A docs/gateway-errors.md
#579 2026-05-28T11:05:40Z kimi feat(usage): export a month as a table
  M reports/export.py
  A reports/test_export.py
#586 closed:2026-05-29T11:33:12Z minimax fix(tunnel): ping the host every second
  M internal/tunnel/dial.go
#633 2026-06-02T13:04:29Z fleet-engineer revert: "feat(fleet): start hosts ahead of need"
  M internal/fleet/start.go
#736 2026-06-12T02:44:16Z kimi test(cred-liveness): each agent's own credential completes a call
  | Delivers a credential as an agent gets it and completes one call with it, for each model.
  A internal/servinge2e/keys/cred_liveness_test.go
  M .gitea/workflows/serving-e2e-keys-ssot.yml
#737 2026-06-12T03:10:47Z minimax test(deploy-gate): an empty status token fails loudly
  | Runs the deploy gate with an empty token, a wrong one and a good one.
  A tests/e2e/deploy-gate/test_status_read_token.sh
  M .gitea/workflows/ci.yml
#741 2026-06-12T07:55:20Z kimi ci(drift): the workflows are what the gate list expects
  | Compares names, triggers and jobs of the workflows with the list in the repository.
  A tests/e2e/deploy-gate/test_ci_drift.sh
  M .gitea/workflows/ci.yml
#742 2026-06-12T11:27:38Z minimax>minimax ci(force-merge): list every merge past a red check
  | Replays a merge that went past a red check and expects it in the audit's list.
  A tests/e2e/deploy-gate/test_force_merge_audit.sh
  M .gitea/workflows/ci.yml
#751 2026-06-10T15:42:01Z fleet-engineer refactor(workflows): one deploy workflow in place of four
  M .gitea/workflows/deploy.yml
  D .gitea/workflows/wait-for-ci.yml
  D .gitea/workflows/required-checks.yml
  D .gitea/workflows/force-merge-audit.yml
  D .gitea/workflows/nested/e2e.yml
#768 open fleet-engineer feat(provisioning): try an instance before it is handed out
  | Boots an instance as a tenant gets it and hands it out once it answers. Covers #2, #105 and #605.
  M internal/provisioner/boot.go
  A tests/e2e/provider/test_instance_boot.py
`;
