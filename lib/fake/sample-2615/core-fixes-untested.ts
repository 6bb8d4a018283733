/** Fixes of molecule-core without a test, in the notation of `read-pulls.ts`. */
export const coreFixesUntested = `
#2125 2026-04-16T13:24:06Z kimi fix(workspace-server): timeouts and panic-recovery on every handler
  | A panic in one handler took the whole server down. Adds a recovery wrapper and server timeouts.
  M workspace-server/internal/server/server.go
  A workspace-server/internal/server/recover.go
  A internal/contest.go
#2168 2026-04-21T14:50:33Z minimax fix(registry): do not log a registration twice
  M workspace-server/internal/registry/log.go
  M pkg/latest_test.golden
#2203 2026-04-27T09:18:42Z minimax fix(canvas): keep the side panel closed after a reload
  M canvas/src/panel/state.ts
  D ui/panel.spec.tsx
  D web/panel.test.ts
#2291 2026-05-06T14:05:21Z fleet-engineer fix(synth): raise the probe's interval while a deploy runs
  M scripts/smoke.sh
  M deploy/e2e.md
#2337 2026-05-12T09:52:48Z kimi fix(memory): bound the recall list by its token count
  M workspace/memory/recall.py
  M testsdata/fixture.json
#2402 2026-05-19T10:16:39Z kimi fix(a2a): accept an agent card without a description
  M workspace-server/internal/a2a/card.go
  M workspace-server/internal/attestation.go
#2460 2026-05-26T10:33:14Z fleet-engineer fix(ci): a continue-on-error mask hid a red canvas build
  | The step was green while the build inside it failed. The mask is gone.
  M .gitea/workflows/ci.yml
#2511 2026-06-01T15:42:27Z minimax fix(runtime): stop polling an agent that was removed
  M workspace/runtime/poll.py
  M src/latests/feed.ts
#2548 2026-06-04T15:09:50Z fleet-engineer fix(merge-queue): a queue skip must not count as a pass
  | The queue treated a skipped job as done and merged past it.
  M scripts/merge-queue.sh
  M docs/testsuite.md
#2589 2026-06-10T09:37:05Z kimi fix(gate-check): gate-check-v3 trusted-event only
  | A status that an untrusted event had posted satisfied the gate.
  M scripts/gate-check-v3.py
  M .gitea/workflows/ci.yml
#2605 2026-06-11T11:58:31Z minimax fix(concierge): the safe-approval prompt shows what it approves
  M workspace-server/internal/concierge/prompt.go
  M workspace-server/internal/e2ehelpers.go
`;
