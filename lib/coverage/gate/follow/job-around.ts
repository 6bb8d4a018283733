import type { WorkflowSource } from "../parse-workflow.ts";
import { listOf } from "../read-triggers.ts";
import type { Contexts } from "./matrix-variants.ts";
import type { Reading } from "./source-tree.ts";

export type Fields = Readonly<Record<string, unknown>>;

/** What stands around a step that is followed. */
export type Around = {
  readonly source: WorkflowSource;
  readonly job: Fields;
  readonly step: Fields;
  /** The runs that the job's matrix makes. */
  readonly variants: readonly Contexts[];
  /** Variables that a step hands to later ones; what they hold only a run knows. */
  readonly written: readonly string[];
  /** Whether a later step fails the job by what this one left behind. */
  readonly compensated: boolean;
  readonly reading: Reading;
};

/** The names that steps write for later ones. */
export function writtenVariables(steps: readonly Fields[]): readonly string[] {
  const lines = steps.flatMap((step) => (listOf(step["run"])[0] ?? "").split("\n"));
  return lines
    .filter((line) => line.includes("GITHUB_ENV"))
    .flatMap((line) => /([A-Za-z_]\w{0,80})=/.exec(line.slice(0, 500))?.[1] ?? []);
}
