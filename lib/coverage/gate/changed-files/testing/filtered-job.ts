import type { Gate } from "../../gate.ts";
import { gateIn } from "../../testing/gates-in.ts";
import { wouldRun } from "../../trigger/would-run.ts";

export type Setting = {
  readonly uses?: string;
  readonly inputs: string;
  readonly output?: string;
  readonly condition?: string;
};

export const CHANGED = "tj-actions/changed-files@v47";
export const PATHS = "dorny/paths-filter@v3";

/** A job that looks at the changed files first, and one that runs by what that found. */
export const workflow = ({
  uses = CHANGED,
  inputs,
  output = "any_changed",
  condition,
}: Setting) => `
on: pull_request
jobs:
  changes:
    outputs:
      wanted: \${{ steps.filter.outputs.${output} }}
    steps:
      - uses: ${uses}
        id: filter
        with:
${inputs.replace(/^/gm, "          ")}
  e2e:
    needs: [changes]
    if: ${condition ?? "needs.changes.outputs.wanted == 'true'"}
    steps:
      - run: go test ./e2e
  after:
    needs: e2e
    steps:
      - run: go test ./after
  always:
    needs: e2e
    if: always()
    steps:
      - run: go test ./always
`;

/** One of its jobs. */
export const gate = (setting: Setting, job = "e2e") => gateIn(workflow(setting), job);
/** Whether a gate runs for a pull request of these files. */
export const ask = (of: Gate, ...files: readonly string[]) =>
  wouldRun(of, files, { branch: "main", event: "pull_request" });
/** The same of its end-to-end job, in one word. */
export const answer = (setting: Setting, ...files: readonly string[]) =>
  ask(gate(setting), ...files).answer;
