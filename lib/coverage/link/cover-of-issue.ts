import type { Known } from "#/lib/facts/known.ts";
import { type ChangeId, sayChange } from "../lineage/change-facts.ts";
import type { Standing } from "../verdict.ts";
import type { Endpoint } from "./endpoint.ts";
import { saidBy } from "./group-links.ts";
import type { Link, LinkDecided, Method, Relation, Said } from "./link.ts";
import { asksPerson } from "./to-confirm.ts";

/** What has to be known of what a link starts from, to see what it brings. */
export type Bringer = {
  /** When it reached the default branch; null while it did not, and of a gate. */
  readonly mergedAt: Date | null;
  readonly revertedBy: ChangeId | null;
  /** How far its own tests climb, or the gate itself. */
  readonly standing: Known<Standing>;
};

export type Brought = {
  readonly by: Endpoint;
  readonly method: Method;
  readonly quote: string;
  readonly standing: Known<Standing>;
};

export type Patch = Pick<Brought, "by" | "method" | "quote"> & { readonly mergedAt: Date };

export type IssueCover = {
  /** Merged pull requests that say that they repair it, or that it names as its repair. */
  readonly patchedBy: readonly Patch[];
  /** Merged pull requests that say that they cover it and bring a test, and gates that say so or were mapped to it. */
  readonly coveredBy: readonly Brought[];
  /** Gates that a person recorded as linked and not enough. */
  readonly insufficient: readonly { readonly by: Endpoint; readonly note: string }[];
  /** Claims that count for nothing until a person confirms them. */
  readonly undecided: readonly Said[];
  /** Claims of what could not be read: what they bring is open. */
  readonly unread: readonly { readonly by: Endpoint; readonly relation: Relation }[];
  /** Claims that bring nothing, each with the reason. */
  readonly withoutEffect: readonly { readonly by: Endpoint; readonly why: string }[];
};

/** What the links that lead to an issue bring it. A mention brings nothing, a repair no gate, and a pull request that is not merged or was taken back nothing at all. `bringerOf` answers null for what could not be read. */
export function coverOfIssue(
  links: readonly Link[],
  bringerOf: (from: Endpoint) => Bringer | null,
): IssueCover {
  const cover = {
    patchedBy: [] as Patch[],
    coveredBy: [] as Brought[],
    insufficient: [] as { by: Endpoint; note: string }[],
    undecided: [] as Said[],
    unread: [] as { by: Endpoint; relation: Relation }[],
    withoutEffect: [] as { by: Endpoint; why: string }[],
  };
  for (const link of links) {
    const claims = saidBy(link);
    const closes = claims.find(({ relation }) => relation === "closes");
    const covers = claims.find(({ relation }) => relation === "covers");
    const bringer = closes || covers ? bringerOf(link.from) : null;
    for (const said of [closes, covers]) {
      if (!said) continue;
      const by = said.from;
      const note = insufficiencyOf(said.decided);
      const why = emptiness(said, bringer);
      if (note !== null) cover.insufficient.push({ by, note });
      else if (bringer === null) cover.unread.push({ by, relation: said.relation });
      else if (why !== null) cover.withoutEffect.push({ by, why });
      else if (said.certainty === "ambiguous" || (said === covers && asksPerson(said))) {
        cover.undecided.push(said);
      } else if (bringer) add(cover, said, bringer);
    }
  }
  return cover;
}

type Filling = { readonly patchedBy: Patch[]; readonly coveredBy: Brought[] };

function add(cover: Filling, said: Said, { mergedAt, standing }: Bringer): void {
  const { from: by, method, quote } = said;
  if (said.relation === "covers") cover.coveredBy.push({ by, method, quote, standing });
  else if (mergedAt) cover.patchedBy.push({ by, method, quote, mergedAt });
}

const insufficiencyOf = (decided: LinkDecided | null): string | null =>
  decided?.value === "insufficient" ? decided.reason : null;

/** Why a claim brings nothing, whoever confirms it; null when it may bring something. */
function emptiness({ from, relation }: Said, bringer: Bringer | null): string | null {
  if (bringer === null) return null;
  if (from.kind === "gate") return relation === "closes" ? "A gate repairs nothing." : null;
  if (bringer.mergedAt === null) return "It is not merged to the default branch.";
  if (bringer.revertedBy !== null) return `${sayChange(bringer.revertedBy)} took it back.`;
  const { standing } = bringer;
  const adds = !standing.known || standing.value.missed !== "tested";
  return relation === "covers" && !adds ? "It adds no test." : null;
}
