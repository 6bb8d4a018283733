import type { Tracking } from "#/lib/coverage/cluster/families-of.ts";
import type { LinkRepository } from "#/lib/coverage/link/link-repository.ts";
import type { ProgramFacts } from "#/lib/store/load-program-facts.ts";

/** What a program is tracked in, as it stood at a moment; null where it has no tracking issue. */
export function trackingOf(
  { tracking, trackingTexts }: ProgramFacts,
  repositories: readonly LinkRepository[],
  now: Date,
): Tracking | null {
  if (tracking === null) return null;
  return {
    texts: trackingTexts
      .filter(({ at }) => at <= now)
      .map(({ writtenAt, text }) => ({ writtenAt, text })),
    scope: {
      home: tracking.repositoryId,
      repositories,
      context: "program",
      gapOf: () => null,
    },
  };
}
