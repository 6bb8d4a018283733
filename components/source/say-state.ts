import type { SourcesView, SourceView } from "#/lib/contract/sources.ts";
import { count } from "#/lib/format.ts";

/** Whether a source does not show a repository, or refused a stream of one when it was last asked for it. */
export const isReadInPart = ({ repositories }: SourceView): boolean =>
  repositories.some(
    ({ lost, streams }) => lost !== null || streams.some(({ refusal }) => refusal !== null),
  );

/** How the sources stand, in a few words; the worst is said. */
export function sayState(view: SourcesView | undefined): string {
  if (view === undefined || view.sources.length === 0) return "No source";
  const { sources } = view;
  const inState = (state: SourceView["state"]) =>
    sources.filter((source) => source.state === state).length;
  const refused = inState("refused");
  if (refused > 0) return `${count(refused, "token")} refused`;
  if (view.syncing) return "Syncing";
  const failed = inState("failed");
  if (failed > 0) return `${count(failed, "source")} failed`;
  const waiting = inState("waiting");
  if (waiting > 0) return `${count(waiting, "source")} waiting`;
  const inPart = sources.filter(isReadInPart).length;
  return inPart === 0 ? "In sync" : `${count(inPart, "source")} read in part`;
}
