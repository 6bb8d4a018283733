import { declaredClaims } from "#/lib/coverage/link/declared-claims.ts";
import type { Said } from "#/lib/coverage/link/link.ts";
import type { DeclaredGapRow } from "#/lib/store/load-declared-gaps.ts";

/** What the declaration of a gap claims of the pull requests that it names. Before its first assessment the gap has no number, so that nothing else can lead to it. */
export const claimsOf = ({ item, closedBy }: DeclaredGapRow): readonly Said[] =>
  declaredClaims(
    { kind: "gap", number: item ?? 0 },
    closedBy.map(({ repositoryId, number }) => ({ kind: "pull", repositoryId, number })),
  );
