import type { Known } from "#/lib/facts/known.ts";
import type { Gate } from "../gate/gate.ts";
import type { HeldBack } from "../rung/held-back.ts";
import type { Standing } from "../verdict.ts";

/** A gap as it was judged, with what decides which work would close it. */
export type Gap = {
  readonly naturalKey: string;
  readonly repositoryId: number;
  readonly title: string;
  /** Null where they could not be read. */
  readonly paths: readonly string[] | null;
  readonly standing: Standing;
  /** Gates that run its tests and do not hold it; absent where nobody asked. */
  readonly heldBack?: readonly HeldBack[];
  /** Gates that had not succeeded on its head when it was merged; absent where nobody asked. */
  readonly mergedWithout?: readonly string[];
};

/** A repository with the gates that its gaps can be held against. */
export type Place = {
  readonly id: number;
  readonly alias: string;
  readonly defaultBranch: string | null;
  readonly gates: readonly Gate[];
  /** By `workflow:job`: why its failure blocks no merge, null where it does; unknown while the demands of the branch are. */
  readonly required: Known<ReadonlyMap<string, { readonly why: string | null }>>;
};

/** A gate with its repository. */
export type Placed = { readonly place: Place; readonly gate: Gate };
