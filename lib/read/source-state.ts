import type { SourceView } from "#/lib/contract/sources.ts";
import type { Ends } from "./run-ends.ts";
import { failingOf, type StoredRepository } from "./source-repository.ts";

type Trouble = { readonly trouble: string | null; readonly troubleAt: Date | null };
type State = Pick<SourceView, "state" | "stateReason" | "stateSince" | "resumesAt">;

/**
 * A source fails while any repository that is synced from it does, until the next run of that one ended
 * well. One that it does not show any more says so itself: the source answers.
 */
export function stateOf(
  { trouble, troubleAt }: Trouble,
  repositories: readonly StoredRepository[],
  ends: ReadonlyMap<number, Ends>,
): State {
  if (trouble !== null)
    return {
      state: "refused",
      stateReason: trouble,
      stateSince: troubleAt?.toISOString() ?? null,
      resumesAt: null,
    };
  const synced = repositories.filter(({ programs }) =>
    programs.some(({ syncEnabled, program }) => syncEnabled && program.archivedAt === null),
  );
  const [failing] = synced
    .filter(({ lostAt }) => lostAt === null)
    .flatMap((row) => failingOf(row, ends.get(row.id)) ?? [])
    .toSorted((a, b) => a.since.localeCompare(b.since));
  if (failing)
    return {
      state: "failed",
      stateReason: failing.why,
      stateSince: failing.since,
      resumesAt: null,
    };
  const waiting = synced.flatMap(({ runs: [run] }) => (run?.state === "waiting" ? [run] : []));
  const [first] = waiting.toSorted((a, b) => timeOf(a.resumesAt) - timeOf(b.resumesAt));
  if (first)
    return {
      state: "waiting",
      stateReason: first.error,
      stateSince: first.endedAt?.toISOString() ?? null,
      resumesAt: first.resumesAt?.toISOString() ?? null,
    };
  return { state: "ok", stateReason: null, stateSince: null, resumesAt: null };
}

const timeOf = (at: Date | null): number => at?.getTime() ?? Number.POSITIVE_INFINITY;
