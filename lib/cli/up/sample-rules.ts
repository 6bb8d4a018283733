import { PolicyRules } from "#/lib/coverage/policy.ts";

/** Program 2615's own policy: its text asks for a merge-blocking end-to-end gate, and its largest cluster is CI code. */
export const sampleRules = PolicyRules.parse({
  name: "blocking",
  rung: "blocking",
  acceptedKinds: ["e2e"],
  ciCountsAsProduct: true,
  approvals: { reviews: 1, group: "CR2" },
  clusters: [
    {
      key: "deploy-gate",
      name: "CP deploy/CI-gate family",
      why: "Fixes of the control plane's workflows, deploy pipeline and scripts: one deploy-gate harness would run them all.",
      topics: ["wait-for-ci", "required-checks", "force-merge-audit", "status-read-token"],
      claimed: 24,
      recurring: true,
      parts: [
        {
          key: "workflows",
          name: "workflows",
          match: { repository: "cp", scopes: ["workflows", "ci"] },
        },
        {
          key: "deploy-pipeline",
          name: "deploy-pipeline",
          match: { repository: "cp", scopes: ["deploy-pipeline", "deploy"] },
        },
        { key: "scripts", name: "scripts", match: { repository: "cp", scopes: ["scripts"] } },
      ],
    },
    {
      key: "provisioner",
      name: "provision/provisioner",
      why: "Fixes of the boot path: AWS provisioning has no pre-merge end-to-end test.",
      topics: ["boot-path"],
      claimed: 5,
      architecture: true,
      match: { repository: "cp", scopes: ["provisioner", "provision"] },
    },
    {
      key: "core-security-governance",
      name: "core security/governance (lighter)",
      why: "Fixes of approval prompts, trusted events and panic recovery in core, each small enough for a targeted test.",
      claimed: 3,
      match: { repository: "core", scopes: ["concierge", "gate-check", "workspace-server"] },
    },
  ],
});
