/** The deploy and CI-gate family of molecule-controlplane, none with a test, in the notation of `read-pulls.ts`. */
export const controlplaneFixesDeploy = `
#88 2026-04-20T15:39:27Z fleet-engineer fix(deploy): wait for the old task to stop
  M deploy/service.yaml
  M internal/deploy/roll.go
#198 2026-04-29T11:14:02Z kimi fix(workflows): name the required-checks job as the rule expects it
  M .gitea/workflows/required-checks.yml
#226 2026-05-01T11:02:48Z kimi fix(workflows): wait-for-ci polled the wrong commit
  M .gitea/workflows/wait-for-ci.yml
  M .gitea/workflows/deploy.yml
#240 2026-05-04T10:33:19Z minimax fix(ci): wait-for-ci gave up after one pending answer
  M .gitea/workflows/wait-for-ci.yml
#262 2026-05-05T09:08:36Z fleet-engineer fix(scripts): stop the release script at the first error
  M scripts/release.sh
#301 2026-05-07T09:52:24Z fleet-engineer fix(deploy-pipeline): deploy the commit that was checked
  M deploy/pipeline.yaml
  A deploy/e2e.md
#412 2026-05-15T14:16:43Z kimi fix(workflows): force-merge-audit ran on the merge's parent
  M .gitea/workflows/force-merge-audit.yml
#471 2026-05-20T14:22:51Z minimax fix(deploy): keep the last revision for a rollback
  M internal/deploy/revisions.go
  M deploy/smoke/values.yaml
#517 2026-05-25T09:27:06Z kimi fix(ci): required-checks missed a renamed job
  M .gitea/workflows/required-checks.yml
  A .gitea/workflows/nested/e2e.yml
#533 2026-05-25T11:53:44Z kimi fix(workflows): wait-for-ci took a cancelled run for a pass
  M .gitea/workflows/wait-for-ci.yml
#538 2026-05-25T13:36:10Z minimax fix(workflows): status-read-token was empty in forks
  M .gitea/workflows/deploy.yml
#539 2026-05-25T15:49:55Z fleet-engineer fix(deploy-pipeline): read the status with the status-read-token
  M internal/deploy/status.go
  M deploy/pipeline.yaml
#546 2026-05-26T10:58:12Z fleet-engineer fix(deploy-pipeline): fail when no status could be read
  M internal/deploy/status.go
  A internal/e2ehelpers.go
#556 2026-05-26T14:07:39Z kimi fix(deploy-pipeline): treat a missing required-checks answer as red
  M internal/deploy/gate.go
#559 2026-05-27T09:24:31Z kimi fix(deploy): one deploy at a time for each tenant
  M internal/deploy/lock.go
  R deploy/lock.test.ts => deploy/lock-notes.ts
#560 2026-05-27T13:45:03Z minimax fix(scripts): force-merge-audit lists squash merges too
  M scripts/force-merge-audit.sh
#584 2026-05-28T14:31:28Z minimax fix(scripts): status-read-token is read from the file and not the name
  M scripts/read-token.sh
  M scripts/smoke.sh
#595 2026-05-29T14:50:46Z kimi fix(scripts): required-checks compares whole names
  M scripts/required-checks.py
#655 2026-06-03T15:05:22Z fleet-engineer fix(deploy-pipeline): do not deploy while wait-for-ci is pending
  M deploy/pipeline.yaml
  M internal/deploy/wait.go
#689 2026-06-08T09:39:57Z kimi fix(ci): run force-merge-audit on every push to main
  M .gitea/workflows/force-merge-audit.yml
#703 2026-06-08T13:20:11Z minimax fix(scripts): retry the tag when the forge was busy
  M scripts/tag-release.sh
  M docs/testsuite.md
#724 2026-06-08T16:44:38Z kimi fix(workflows): wait-for-ci ends when a required check is missing
  M .gitea/workflows/deploy.yml
#727 2026-06-09T09:32:15Z kimi fix(workflows): status-read-token may be read by the deploy job only
  M .gitea/workflows/deploy.yml
#728 2026-06-09T11:26:59Z minimax fix(ci): the gate passed with an empty list of required-checks
  M .gitea/workflows/ci.yml
`;
