import type { CandidateGate, ItemView } from "#/lib/contract/item.ts";
import type { LinkEnd } from "#/lib/contract/links.ts";
import { keyOf } from "#/lib/coverage/link/endpoint.ts";

export type Candidate = CandidateGate & {
  readonly end: LinkEnd;
  /** How it is linked to the item already; null when it is not. */
  readonly linked: "covers" | "insufficient" | "mentions" | null;
  /** Why a failing test of it may stop nothing. */
  readonly warnings: readonly string[];
};

/** The gates that are offered for an item, each with what speaks against it and whether it is linked already. */
export function prepareCandidates({
  candidates,
  links,
}: Pick<ItemView, "candidates" | "links">): readonly Candidate[] {
  const known = new Map(links.map((link) => [keyOf(link.from.end), link]));
  return candidates.map((gate) => {
    const { repositoryId, masked, runsOnPullRequest } = gate;
    const end: LinkEnd = { kind: "gate", repositoryId, gate: gate.gate };
    const link = known.get(keyOf(end));
    return {
      ...gate,
      end,
      linked:
        link === undefined
          ? null
          : link.decided?.value === "insufficient"
            ? "insufficient"
            : link.relation === "covers"
              ? "covers"
              : "mentions",
      warnings: [...(masked ? ["masked"] : []), ...(runsOnPullRequest ? [] : ["not on PRs"])],
    };
  });
}
