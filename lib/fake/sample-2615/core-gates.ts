/** The gate pull requests of molecule-core, in the notation of `read-pulls.ts`. */
export const coreGates = `
#2620 2026-06-12T04:12:18Z kimi test(workspace-server): a handler that panics or hangs leaves the server up
  | Starts the server, makes one handler panic and one hang, and asks for a third.
  |
  | covers #2125
  A tests/e2e/gates/test_server_survives_panic.py
  M .gitea/workflows/ci.yml
#2621 2026-06-12T03:35:42Z minimax test(gate-check): only a trusted event can satisfy the gate
  | Posts a green status from an untrusted event and expects the gate to stay red.
  |
  | covers #2589
  A tests/e2e/gates/test_gate_check_trusted_event.py
  M .gitea/workflows/ci.yml
#2624 2026-06-12T05:02:57Z minimax test(concierge): the approval prompt names the action it approves
  | Drives the prompt in a browser and compares its text with the action that runs.
  |
  | covers #2605
  A canvas/e2e/chat/concierge-approval.spec.ts
#2626 2026-06-12T06:05:30Z kimi>kimi ci(mask): refuse a workflow that masks its own test step
  | Reads every workflow and fails on a test step that may continue after an error.
  |
  | covers #2460
  A tests/e2e/gates/test_no_masked_step.py
  M .gitea/workflows/ci.yml
#2627 2026-06-12T06:21:49Z kimi test(merge-queue): a skipped check does not count as a pass
  | Puts a change with a skipped check into the queue and expects it to stay there.
  |
  | covers #2548
  A tests/e2e/gates/test_merge_queue_skip.py
#2629 2026-06-12T08:40:25Z minimax test(platform-agent): registering twice keeps one row
  | Two registrations race for one name; one row is left, and it is the newer.
  A tests/e2e/api/test_platform_agent_onconflict.py
#2630 2026-06-12T09:18:06Z kimi test(registry): the boot log tells why a registration was refused
  | Boots against a registry that refuses, and reads the reason from the log.
  A tests/e2e/api/test_registry_boot_log.py
#2633 2026-06-12T10:51:33Z kimi ci(all-required): the required checks are the declared ones
  | Compares the contexts that the branch requires with the list in the repository.
  A tests/e2e/gates/test_all_required.py
  M .gitea/workflows/ci.yml
`;
