import { z } from "zod";
import type { HeldGate } from "#/lib/coverage/gate/decay/held-gate.ts";
import { FINDING_KINDS } from "#/lib/coverage/gate/finding.ts";
import { GATE_KINDS } from "#/lib/coverage/gate/gate.ts";

const FilterLine = z.object({ pattern: z.string(), line: z.int().nullable() });

const Trigger = z.object({
  event: z.string(),
  line: z.int().nullable(),
  types: z.array(z.string()).nullable(),
  branches: z.array(FilterLine),
  branchesIgnore: z.array(FilterLine),
  paths: z.array(FilterLine),
  pathsIgnore: z.array(FilterLine),
});

const Finding = z.object({
  kind: z.enum(FINDING_KINDS),
  workflow: z.string(),
  job: z.string().nullable(),
  line: z.int().nullable(),
  message: z.string(),
});

const Run = z.object({ text: z.string(), line: z.int(), maskReason: z.string().nullable() });

/** What is kept of a gate to tell later what became of it; everything else of it is dropped. */
export const GateDefinition = z.object({
  workflow: z.string(),
  workflowName: z.string().nullable(),
  job: z.string(),
  name: z.string(),
  kind: z.enum(GATE_KINDS),
  line: z.int(),
  masked: z.boolean(),
  maskReason: z.string().nullable(),
  runsOnPullRequest: z.boolean(),
  starts: z.array(Trigger),
  condition: z.string().nullable(),
  needs: z.array(z.string()),
  findings: z.array(Finding),
  runs: z.array(Run),
}) satisfies z.ZodType<HeldGate>;

export const definitionOf = (gate: HeldGate): HeldGate => ({
  workflow: gate.workflow,
  workflowName: gate.workflowName,
  job: gate.job,
  name: gate.name,
  kind: gate.kind,
  line: gate.line,
  masked: gate.masked,
  maskReason: gate.maskReason,
  runsOnPullRequest: gate.runsOnPullRequest,
  starts: gate.starts,
  condition: gate.condition,
  needs: gate.needs,
  findings: gate.findings,
  runs: gate.runs.map(({ text, line, maskReason }) => ({ text, line, maskReason })),
});
