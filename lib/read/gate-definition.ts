import type {
  GateDefinitionView,
  GateStepView,
  PlaceView,
  TriggerView,
} from "#/lib/contract/gate.ts";
import { contextNames } from "#/lib/coverage/gate/context/context-names.ts";
import type { Gate, GateRun } from "#/lib/coverage/gate/gate.ts";
import { selectionsOf } from "#/lib/coverage/gate/selects.ts";
import type { FilterLine, Trigger } from "#/lib/coverage/gate/trigger/trigger.ts";
import type { GateReading } from "./gate-reading.ts";
import { selectedFiles } from "./selected-files.ts";

const TEXT_MAX = 4000;

type Around = {
  readonly reading: GateReading;
  readonly placeOf: (path: string, line: number | null) => PlaceView;
  /** The id of another job of the same workflow; null where the catalogue has none. */
  readonly idOf: (job: string) => number | null;
};

/** What a job is: what starts it, what it runs, and which files that selects. */
export function toDefinitionView(job: Gate, around: Around): GateDefinitionView {
  const { reading, placeOf, idOf } = around;
  const prefix = job.job.includes(" / ") ? job.job.slice(0, job.job.lastIndexOf(" / ") + 3) : "";
  return {
    file: placeOf(job.file, job.file === job.workflow ? job.line : null),
    triggers: job.starts.map(toTriggerView),
    condition: job.condition,
    needs: job.needs.map((need) => ({ job: need, id: idOf(prefix + need) })),
    calls: job.calls,
    failureTolerated: job.failureTolerated,
    contexts: [...new Set(contextNames(job, reading.forge).map(({ text }) => text))],
    steps: job.runs.map((run) => toStepView(run, job.file, placeOf)),
    files: reading.tree.known ? selectedFiles(job, reading.tree.value) : null,
    filesWhy: reading.tree.known ? null : reading.tree.why,
  };
}

function toStepView(run: GateRun, file: string, placeOf: Around["placeOf"]): GateStepView {
  const lints = run.lints?.map(({ pattern }) => pattern) ?? [];
  return {
    place: placeOf(file, run.line),
    text: run.text.trim().slice(0, TEXT_MAX),
    maskReason: run.maskReason,
    selects: selectionsOf(run).map(({ pattern, via, maskReason }) => ({
      pattern,
      via: via.map(({ path, line }) => placeOf(path, line)),
      // The mask of the step is said once.
      maskReason: maskReason === run.maskReason ? null : maskReason,
    })),
    lints: [...new Set(lints)],
  };
}

function toTriggerView({ event, line, types, ...lists }: Trigger): TriggerView {
  const of = (
    kind: TriggerView["filters"][number]["kind"],
    filters: readonly FilterLine[],
  ): TriggerView["filters"] =>
    filters.map(({ pattern, line: at }) => ({ kind, pattern, line: at }));
  return {
    event,
    line,
    types: types === null ? null : [...types],
    filters: [
      ...of("branches", lists.branches),
      ...of("branches-ignore", lists.branchesIgnore),
      ...of("paths", lists.paths),
      ...of("paths-ignore", lists.pathsIgnore),
    ],
  };
}
