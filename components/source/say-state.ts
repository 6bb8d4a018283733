import type { SourcesView, SourceView } from "#/lib/contract/sources.ts";
import { count } from "#/lib/format.ts";

/** Whether a source refused a stream when it was last asked for it. */
export const isReadInPart = ({ repositories }: SourceView): boolean =>
  repositories.some(({ streams }) => streams.some(({ refusal }) => refusal !== null));

/** How the sources stand, in a few words; the worst is said. */
export function sayState(view: SourcesView | undefined): string {
  if (view === undefined || view.sources.length === 0) return "No source";
  if (view.syncing) return "Syncing";
  const failed = view.sources.filter(({ state }) => state === "failed").length;
  if (failed > 0) return `${count(failed, "source")} failed`;
  const inPart = view.sources.filter(isReadInPart).length;
  return inPart === 0 ? "In sync" : `${count(inPart, "source")} read in part`;
}
