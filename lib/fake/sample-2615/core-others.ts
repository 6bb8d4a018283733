/** Pull requests of molecule-core that are no merged fixes, in the notation of `read-pulls.ts`. */
export const coreOthers = `
#2102 2026-04-14T10:12:33Z fleet-engineer docs(readme): how to start a workspace on a laptop
  M README.md
#2119 2026-04-16T09:27:41Z kimi feat(templates): a starter for a research team
  A templates/research/workspace.yaml
  M canvas/src/templates/list.ts
#2146 2026-04-20T10:58:06Z fleet-engineer chore(lint): one formatter for all of the canvas
  M canvas/biome.json
#2187 2026-04-24T10:33:27Z minimax feat(chat): attach a file to a message
  M canvas/src/chat/composer.ts
  A canvas/src/chat/attachments.ts
  A canvas/src/chat/attachments.spec.ts
#2217 2026-04-28T11:20:52Z kimi refactor(registry): one place that reads the lease
  M workspace-server/internal/registry/heartbeat.go
  A workspace-server/internal/registry/lease.go
#2266 2026-05-05T10:09:14Z minimax feat(settings): choose the model per agent
  M canvas/src/settings/form.ts
  M workspace-server/internal/api/settings.go
#2316 2026-05-11T10:44:38Z fleet-engineer chore(deps): raise the websocket library
  M go.mod
  M go.sum
#2353 2026-05-14T10:55:19Z minimax docs(agents): which events an agent may send
  A docs/agent-events.md
#2388 2026-05-18T15:22:45Z kimi feat(broadcast): send one message to a whole team
  A workspace-server/internal/broadcast/queue.go
  A workspace-server/internal/broadcast/send_test.go
#2436 2026-05-22T16:31:07Z fleet-engineer revert: "feat(panes): snap panes to a grid"
  M canvas/src/panes/layout.ts
  D canvas/src/panes/grid.ts
#2497 2026-06-01T09:37:50Z fleet-engineer chore(workflows): drop the workflows that the old forge ran
  D .github/workflows/e2e-canvas.yml
#2540 2026-06-04T10:26:03Z minimax feat(activity): filter the list by agent
  M canvas/src/activity/filter.ts
  A canvas/src/activity/filter.spec.ts
#2584 2026-06-09T14:15:36Z fleet-engineer build(deps): raise the browser that the canvas is tested with
  M canvas/package.json
#2608 open minimax fix(canvas): keep the zoom when a node is added
  M canvas/src/graph/zoom.ts
#2613 open kimi feat(registry): show the age of a lease
  M workspace-server/internal/registry/lease.go
  M canvas/src/registry/age.ts
`;
