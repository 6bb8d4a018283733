import type { Gate, GateKind } from "#/lib/coverage/gate/gate.ts";
import { selectsFile } from "#/lib/coverage/gate/selects.ts";
import type { GateLabel } from "./label.ts";
import { matchesPaths } from "./matches-paths.ts";
import type { GatesAtHead } from "./read-gates-at-head.ts";

const FIELDS = ["kind", "runsOnPullRequest", "masked"] as const;
export type Field = (typeof FIELDS)[number];

/** The engine's gate, as far as it is shown. */
export type ShownGate = Pick<
  Gate,
  "workflow" | "job" | "line" | "kind" | "runsOnPullRequest" | "masked" | "maskReason" | "testPaths"
> & { readonly findings: readonly string[] };

export type GatePair = {
  readonly label: GateLabel;
  readonly gate: ShownGate;
  /** The fields in which the two differ; a row without any is right. */
  readonly differs: readonly Field[];
  /** Files of the head that either side selects. */
  readonly files: {
    readonly both: readonly string[];
    readonly onlyLabel: readonly string[];
    readonly onlyEngine: readonly string[];
  };
};

export type ComparedGates = {
  readonly pairs: readonly GatePair[];
  /** Labelled jobs that the engine does not have. */
  readonly onlyLabel: readonly GateLabel[];
  readonly onlyEngine: readonly ShownGate[];
};

/** Lays the labelled jobs of one repository beside the engine's gates. */
export function compareGates(
  labels: readonly GateLabel[],
  { gates, files }: Pick<GatesAtHead, "gates" | "files">,
): ComparedGates {
  const byKey = new Map(gates.map((gate) => [keyOf(gate), gate]));
  const labelled = new Set(labels.map(keyOf));
  return {
    pairs: labels.flatMap((label) => {
      const gate = byKey.get(keyOf(label));
      return gate ? [pairOf(label, gate, files)] : [];
    }),
    onlyLabel: labels.filter((label) => !byKey.has(keyOf(label))),
    onlyEngine: gates.filter((gate) => !labelled.has(keyOf(gate))).map(shownOf),
  };
}

const keyOf = ({ workflow, job }: { workflow: string; job: string }): string =>
  JSON.stringify([workflow, job]);

function pairOf(label: GateLabel, gate: Gate, files: readonly string[]): GatePair {
  const isNamed = matchesPaths(label.testPaths);
  const selected = files.map((path) => ({
    path,
    label: isNamed(path),
    engine: selectsFile(gate, path),
  }));
  const pathsOf = (byLabel: boolean, byEngine: boolean) =>
    selected.filter((file) => file.label === byLabel && file.engine === byEngine);
  return {
    label,
    gate: shownOf(gate),
    differs: FIELDS.filter((field) => valueOf(label, field) !== valueOf(gate, field)),
    files: {
      both: pathsOf(true, true).map(({ path }) => path),
      onlyLabel: pathsOf(true, false).map(({ path }) => path),
      onlyEngine: pathsOf(false, true).map(({ path }) => path),
    },
  };
}

/** `smoke` is a kind of `e2e`, so the two agree. */
function valueOf(side: Pick<Gate, Field>, field: Field): GateKind | boolean {
  return field === "kind" && side.kind === "smoke" ? "e2e" : side[field];
}

function shownOf(gate: Gate): ShownGate {
  const { workflow, job, line, kind, runsOnPullRequest, masked, maskReason, testPaths } = gate;
  const findings = gate.findings.map(
    (finding) => `${finding.workflow}:${finding.line ?? "?"} ${finding.kind}: ${finding.message}`,
  );
  return { workflow, job, line, kind, runsOnPullRequest, masked, maskReason, testPaths, findings };
}
