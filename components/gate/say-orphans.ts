import type { OrphansView } from "#/lib/contract/gates.ts";
import { count } from "#/lib/format.ts";
import { countOrphans } from "./prepare-orphans.ts";

type State = OrphansView["tests"][number]["state"];

/** What the tests of a state have in common, after their number. */
export const ORPHAN_TEXTS: Readonly<Record<State, string>> = {
  orphan: "that no job runs",
  off_pull_requests: "that jobs run only off pull requests",
  unclear: "of which it cannot be told whether a job runs them",
};

/** The numbers of the section's head. */
export function sayOrphans(views: readonly OrphansView[]): string {
  const counts = countOrphans(views);
  if (counts === null) return "Not known of any repository.";
  const { orphan, off_pull_requests: off, unclear } = counts;
  const left = views.filter(({ why }) => why !== null).length;
  const of = left === 0 ? "" : `, ${count(left, "repository", "repositories")} not counted`;
  const run = `${count(orphan, "test file")} that no job runs`;
  return `${run}, ${off.toLocaleString("en-GB")} only off pull requests, ${unclear.toLocaleString("en-GB")} cannot be told${of}.`;
}
