/** Fixes of molecule-core that touch a test, in the notation of `read-pulls.ts`. */
export const coreFixesTested = `
#2104 2026-04-14T09:41:12Z kimi fix(registry): drop a heartbeat that is older than its lease
  M workspace-server/internal/registry/heartbeat.go
  A workspace-server/internal/registry/heartbeat_test.go
#2107 2026-04-14T15:03:40Z minimax fix(cli): exit with 2 when the workspace flag is missing
  M main.go
  A main_test.go
#2113 2026-04-15T10:22:08Z kimi fix(chat): keep the order of messages that share a second
  | Fixes #2110
  M canvas/src/chat/timeline.ts
  A canvas/src/chat/timeline.spec.ts
#2131 2026-04-17T08:57:55Z fleet-engineer fix(api): answer 404 and not 500 for an unknown workspace
  M workspace-server/internal/api/workspaces.go
  M workspace-server/internal/api/errors.go
  A tests/e2e/api/test_unknown_workspace.py
#2138 2026-04-20T09:10:31Z minimax fix(runner): retry a tool call whose connection was reset
  M workspace/runner/tools.py
  A tests/test_retry.py
#2152 2026-04-20T16:48:19Z kimi fix(secrets): reload workspace secrets without a restart
  M workspace-server/internal/secrets/watcher.go
  A workspace-server/internal/secrets/watcher_test.go
#2161 2026-04-21T11:32:02Z minimax fix(panes): do not lose the pane sizes on reload
  M canvas/src/panes/layout.ts
  M canvas/src/panes/storage.ts
  A canvas/e2e/panes/resize.test.ts
#2174 2026-04-22T09:05:47Z kimi fix(peers): list a peer only after its first registration
  M workspace-server/internal/peers/list.go
  A tests/e2e/peer/test_peer_list.sh
#2180 2026-04-23T13:26:20Z fleet-engineer fix(chat): reconnect after the laptop slept
  M canvas/src/chat/socket.ts
  A canvas/e2e/chat/reconnect.spec.ts
#2195 2026-04-24T15:17:44Z kimi fix(bundles): refuse a bundle with two entries of one name
  M workspace-server/internal/bundle/import.go
  A workspace-server/internal/bundle/import_test.go
  M workspace-server/internal/bundle/testdata/double.json
#2209 2026-04-27T10:54:13Z minimax fix(runner): close the event loop when the agent is cancelled
  M workspace/runner/loop.py
  A workspace/tests/test_loop_cancel.py
#2226 2026-04-28T14:40:36Z kimi fix(approvals): keep an approval open while its agent restarts
  M workspace-server/internal/approvals/store.go
  A workspace-server/internal/approvals/store_test.go
#2233 2026-04-29T09:21:59Z minimax fix(chat-retry): resend a message that the server never acknowledged
  M canvas/src/chat/retry.ts
  A canvas/src/chat/retry.test.tsx
  M .gitea/workflows/e2e-chat.yml
#2241 2026-04-30T16:02:25Z fleet-engineer fix(boot): wait for the registry before announcing readiness
  M workspace-server/internal/boot/ready.go
  A tests/e2e/boot/test_boot_ready.sh
#2250 2026-05-01T11:45:50Z kimi fix(api): page the activity list past one hundred rows
  M workspace-server/internal/api/activity.go
  A tests/e2e/api/test_activity_pages.py
#2258 2026-05-04T08:33:16Z minimax fix(templates): quote the model name in the starter template
  M templates/starter/workspace.yaml
  M workspace/config/template.py
  A workspace/config/test_template.py
  M templates/starter/.github/workflows/smoke.yml
#2274 2026-05-05T13:58:04Z kimi fix(delegation): stop a delegation that names itself
  M workspace-server/internal/delegation/graph.go
  A workspace-server/internal/delegation/graph_test.go
#2283 2026-05-06T09:12:43Z kimi fix(onboarding): remember the chosen provider between the steps
  M canvas/src/onboarding/wizard.ts
  A onboarding.spec.ts
#2299 2026-05-07T15:36:28Z minimax fix(mcp): send the tool list again after a reconnect
  M workspace/mcp/bridge.py
  A workspace/tests/test_bridge_reconnect.py
#2308 2026-05-08T10:07:51Z kimi fix(cron): run a schedule once when two servers are up
  | Two servers took the same schedule. Fixes #2300
  M workspace-server/internal/schedule/lease.go
  A workspace-server/internal/schedule/lease_test.go
#2325 2026-05-11T09:48:37Z fleet-engineer fix(canvas-build): keep the environment out of the static bundle
  M canvas/next.config.ts
  M canvas/src/env/public.ts
  A canvas/src/env/public.test.ts
  A .github/workflows/e2e-canvas.yml
#2344 2026-05-12T14:19:09Z kimi fix(auth): refuse a bearer token whose workspace was deleted
  M workspace-server/internal/auth/bearer.go
  A workspace-server/internal/auth/bearer_test.go
  A tests/e2e/api/test_deleted_workspace_token.py
#2361 2026-05-14T09:30:02Z minimax fix(chat): show the error of a failed upload
  M canvas/src/chat/upload.ts
  A canvas/e2e/chat/upload-error.spec.ts
#2370 2026-05-15T11:11:34Z kimi fix(peers): forget a peer that left its team
  M workspace-server/internal/peers/team.go
  A tests/e2e/peer/test_peer_leaves_team.sh
#2379 2026-05-18T10:25:18Z fleet-engineer fix(images): pull the pinned digest instead of latest
  M workspace-server/internal/images/pin.go
  A workspace-server/internal/images/pin_test.go
#2396 2026-05-19T13:44:57Z minimax fix(files): keep the mode of an executable on upload
  M workspace-server/internal/files/upload.go
  A workspace-server/internal/files/upload_test.go
#2411 2026-05-20T15:08:22Z kimi fix(usage): count cached tokens once
  M workspace/usage/meter.py
  A tests/unit/test_meter.py
#2420 2026-05-21T09:59:41Z minimax fix(settings): save on blur and not on each key
  M canvas/src/settings/form.ts
  A canvas/src/settings/form.spec.ts
#2430 2026-05-22T14:02:15Z kimi fix(lifecycle): mark a workspace failed when its image is missing
  M workspace-server/internal/lifecycle/start.go
  A tests/e2e/lifecycle/test_missing_image.sh
#2441 2026-05-25T10:37:03Z fleet-engineer fix(reconciler): leave paused workspaces alone
  M workspace-server/internal/reconcile/loop.go
  A workspace-server/internal/reconcile/loop_test.go
  A tests/e2e/staging/reconciler/test_paused.sh
#2452 2026-05-25T16:20:48Z minimax fix(chat): do not send the draft twice on a slow line
  M canvas/src/chat/composer.ts
  A canvas/e2e/chat/double-send.spec.ts
#2469 2026-05-27T09:15:26Z kimi fix(broadcast): deliver to agents that were asleep
  M workspace-server/internal/broadcast/queue.go
  A workspace-server/internal/broadcast/queue_test.go
#2480 2026-05-28T16:51:33Z minimax fix(api): refuse a workspace name with a slash
  M workspace-server/internal/api/names.go
  A tests/e2e/api/test_workspace_names.py
#2491 2026-05-29T10:29:07Z kimi fix(plugins): unload a plugin whose manifest vanished
  M workspace/plugins/loader.py
  A workspace/plugins/tests/test_loader_unload.py
#2502 2026-06-01T13:13:52Z fleet-engineer fix(staging-saas): keep the tenant's cookie on its own domain
  M workspace-server/internal/session/cookie.go
  A tests/e2e/staging/saas/test_cookie_domain.py
#2522 2026-06-02T11:40:45Z kimi fix(peers): show an external peer under its own name
  M workspace-server/internal/peers/external.go
  A tests/e2e/peer/test_external_name.sh
#2534 2026-06-03T14:27:30Z minimax fix(chat): scroll to the newest message once and not on every token
  M canvas/src/chat/scroll.ts
  A canvas/e2e/chat/scroll.spec.ts
#2557 2026-06-05T15:55:11Z kimi fix(events): keep the cursor of a paused listener
  M workspace-server/internal/events/cursor.go
  A workspace-server/internal/events/cursor_test.go
#2568 2026-06-08T09:04:29Z kimi fix(traces): end the span of a cancelled call
  M workspace/traces/span.py
  R workspace/traces/legacy_span.py => workspace/traces/span_names.py
  A workspace/traces/tests/test_span_cancel.py
#2579 2026-06-09T10:46:54Z minimax fix(activity): group entries by the viewer's day
  M canvas/src/activity/group.ts
  A canvas/src/activity/group.spec.ts
#2597 2026-06-10T15:31:17Z kimi fix(credentials): drop a provider key that the vault no longer has
  M workspace-server/internal/credentials/cache.go
  A workspace-server/internal/credentials/cache_test.go
`;
