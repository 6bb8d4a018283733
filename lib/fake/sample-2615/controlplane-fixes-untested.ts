/** Fixes of molecule-controlplane without a test, outside the deploy family, in the notation of `read-pulls.ts`. */
export const controlplaneFixesUntested = `
#2 2026-04-14T11:18:05Z fleet-engineer fix(provisioner): ECR-login-before-pull
  | The first boot pulled from ECR before it had logged in.
  M internal/provisioner/boot.go
  M images/boot/pull.sh
#61 2026-04-20T13:07:29Z minimax fix(mailer): give up on an address that bounced
  M internal/mailer/send.go
  A internal/mailer/latest.go
#105 2026-04-22T09:16:40Z kimi fix(provision): DescribeInstance logging says which instance failed
  M internal/provisioner/describe.go
  A internal/provisioner/attestation.go
#133 2026-04-24T11:50:13Z kimi fix(catalog): leave a retired plan out of the list
  M internal/catalog/plans.go
  M internal/catalog/testdata_plans.json
#148 2026-04-27T09:29:36Z fleet-engineer fix(provisioner): keep the user data below the size limit
  M internal/provisioner/userdata.go
#187 2026-04-28T14:03:22Z minimax fix(exports): quote a comma in an organisation's name
  M reports/export.py
  A testsdata/fixture.json
#271 2026-05-05T14:41:17Z kimi fix(roles): let a viewer read the usage page
  M internal/roles/table.go
  A cmd/tests.go
#344 2026-05-11T11:06:58Z kimi fix(search): match a tenant by the start of its name
  M internal/search/query.go
  A internal/testsupport/names.go
#391 2026-05-14T15:20:44Z minimax fix(notices): show a notice once per user
  M portal/src/notices/seen.ts
  D portal/src/notices/seen.spec.tsx
#448 2026-05-18T11:35:09Z kimi fix(metrics): drop the label that had every tenant's name
  M internal/metrics/labels.go
  R internal/metrics/test_labels.sh => internal/metrics/print_labels.sh
#499 2026-05-22T13:48:31Z minimax fix(certificates): ask again when the issuer was busy
  M internal/certificates/issue.go
  A docs/e2e-certificates.md
#564 2026-05-27T11:22:50Z fleet-engineer fix(ssh-agent): stop the agent when its script ends
  M tools/ssh-agent.sh
#605 2026-06-01T11:09:12Z fleet-engineer fix(provisioner): bootstrap-watcher reads platformURL from the tenant
  M internal/provisioner/watcher.go
  M internal/provisioner/bootstrap.go
#620 2026-06-01T16:25:08Z kimi fix(ssh-agent): remove the socket that a dead agent left
  M tools/ssh-agent.sh
  M tools/ssh-add.sh
#621 2026-06-02T09:41:35Z kimi fix(provision): bootstrap-watcher keeps platformURL over a restart
  M internal/provisioner/watcher.go
#642 2026-06-03T09:17:53Z minimax fix(admin): sort hosts by their age
  M portal/src/admin/hosts.ts
  D portal/src/admin/hosts.test.ts
#765 2026-06-11T18:13:26Z fleet-engineer fix(docker-cli): pin the client to the daemon's version
  M images/tools/Dockerfile
  A images/tools/Dockerfile.e2e
`;
