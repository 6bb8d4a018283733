import { z } from "zod";
import { GapRow } from "./gaps.ts";
import { GateView } from "./gates.ts";

/** A place that a person can open, where its forge has pages. */
export const PlaceView = z.object({
  path: z.string(),
  line: z.int().nullable(),
  url: z.string().nullable(),
});
export type PlaceView = z.infer<typeof PlaceView>;

export const FilterView = z.object({
  kind: z.enum(["branches", "branches-ignore", "paths", "paths-ignore"]),
  pattern: z.string(),
  line: z.int().nullable(),
});

export const TriggerView = z.object({
  event: z.string(),
  line: z.int().nullable(),
  types: z.array(z.string()).nullable(),
  filters: z.array(FilterView),
});
export type TriggerView = z.infer<typeof TriggerView>;

export const SelectionView = z.object({
  pattern: z.string(),
  /** The lines that lead to it from the step on; empty where the step names the tests itself. */
  via: z.array(PlaceView),
  /** Where that is another than the step's. */
  maskReason: z.string().nullable(),
});
export type SelectionView = z.infer<typeof SelectionView>;

export const GateStepView = z.object({
  place: PlaceView,
  text: z.string(),
  maskReason: z.string().nullable(),
  selects: z.array(SelectionView),
  lints: z.array(z.string()),
});
export type GateStepView = z.infer<typeof GateStepView>;

/** Files of the branch, counted whole and listed up to a bound. */
export const SelectedFilesView = z.object({
  selected: z.int(),
  paths: z.array(z.string()),
  unclear: z.int(),
  unclearPaths: z.array(z.object({ path: z.string(), why: z.string() })),
});
export type SelectedFilesView = z.infer<typeof SelectedFilesView>;

/** A job as it stands in the files that are held now. */
export const GateDefinitionView = z.object({
  /** The file of its steps: of a called workflow that file. */
  file: PlaceView,
  triggers: z.array(TriggerView),
  condition: z.string().nullable(),
  needs: z.array(z.object({ job: z.string(), id: z.int().nullable() })),
  calls: z.string().nullable(),
  failureTolerated: z.boolean(),
  contexts: z.array(z.string()),
  /** Those that run a script or an action that is known to test, in their order. */
  steps: z.array(GateStepView),
  files: SelectedFilesView.nullable(),
  /** Why the files are not known; null where they are. */
  filesWhy: z.string().nullable(),
});
export type GateDefinitionView = z.infer<typeof GateDefinitionView>;

export const GateDetailView = z.object({
  gate: GateView,
  /** The branch that it is asked about where none is named. */
  branch: z.string(),
  definition: GateDefinitionView.nullable(),
  /** Why it is not known; null where it is. */
  definitionWhy: z.string().nullable(),
  /** The first items that it holds up. */
  items: z.array(GapRow),
});
export type GateDetailView = z.infer<typeof GateDetailView>;

export const FILES_MAX = 5000;
export const FILE_LENGTH_MAX = 500;

/** A change that a gate is asked about. */
export const WouldRunInput = z.object({
  files: z
    .array(
      z
        .string()
        .min(1, "A path is empty. Leave it out.")
        .max(FILE_LENGTH_MAX, `A path has more than ${FILE_LENGTH_MAX} signs.`),
      "Give the paths of the change as a list of texts.",
    )
    .min(1, "Give at least one path.")
    .max(FILES_MAX, `Give ${FILES_MAX.toLocaleString("en-GB")} paths at most.`),
  /** Where the change goes; absent for the default branch. */
  branch: z.string().min(1).max(300).optional(),
});
export type WouldRunInput = z.infer<typeof WouldRunInput>;

export const WouldRunView = z.object({
  answer: z.enum(["yes", "no", "unclear"]),
  why: z.string(),
  /** The line of the filter or condition that decides; null where none does. */
  line: z.int().nullable(),
  url: z.string().nullable(),
  /** The branch that it was asked about. */
  branch: z.string(),
});
export type WouldRunView = z.infer<typeof WouldRunView>;
