import type { FixKind } from "#/lib/coverage/fix/fix-kind.ts";
import type { LossCause } from "#/lib/coverage/gate/decay/loss-causes.ts";
import type { Finding } from "#/lib/coverage/gate/finding.ts";
import type { Gate } from "#/lib/coverage/gate/gate.ts";
import type { TestsWithoutGate } from "#/lib/coverage/gate/orphan-tests.ts";
import type { DailyPoint } from "#/lib/coverage/history/daily.ts";
import type { Piece } from "#/lib/coverage/leverage/piece.ts";
import type { Link } from "#/lib/coverage/link/link.ts";
import type { Measure } from "#/lib/coverage/measure.ts";
import type { HeldBack } from "#/lib/coverage/rung/held-back.ts";
import type { Rung } from "#/lib/coverage/rung/rungs.ts";
import type { Step } from "#/lib/coverage/step.ts";
import type { Tally } from "#/lib/coverage/tally.ts";
import type { Evidence, Standing, VerdictKind } from "#/lib/coverage/verdict.ts";
import type { Known } from "#/lib/facts/known.ts";

export type Population = "fix" | "issue";

/** One item with everything that was concluded of it; `naturalKey` is what its number is allocated on. */
export type JudgedItem = {
  readonly naturalKey: string;
  readonly kind: "fix" | "issue" | "incident" | "declared";
  readonly population: Population;
  readonly repositoryId: number;
  readonly alias: string;
  /** Null of what nothing on a forge stands behind. */
  readonly number: number | null;
  readonly title: string;
  readonly author: string | null;
  readonly url: string | null;
  readonly labels: readonly string[];
  readonly enteredAt: Date;
  readonly fixKind: string | null;
  readonly why: readonly string[];
  readonly standing: Standing;
  /** Whether it was reverted: then nothing that covers it counts. */
  readonly takenBack: boolean;
  readonly resolution: string | null;
  /** Only the measures whose population it belongs to. */
  readonly verdicts: ReadonlyMap<Measure, VerdictKind>;
  readonly paths: readonly string[] | null;
  /** Gates that run its tests and do not hold it; only where `gated` is what it misses. */
  readonly heldBack?: readonly HeldBack[];
  /** Gates that had not succeeded on its head when it was merged; only where a gate could still bring it to `blocking`. */
  readonly mergedWithout?: readonly string[];
};

/** What one merged pull request counts as. */
export type Classified = {
  readonly number: number;
  readonly title: string;
  readonly author: string | null;
  readonly url: string | null;
  readonly mergedAt: Date;
  readonly counts: "fix" | "excluded" | "unclassified";
  readonly kind: FixKind;
  readonly steps: readonly Step[];
  readonly copyOf: number | null;
  readonly revertedBy: number | null;
};

/** A commit that looks like a fix and that no pull request brought. */
export type JudgedDirect = {
  readonly sha: string;
  readonly title: string;
  readonly author: string | null;
  readonly url: string | null;
  readonly committedAt: Date;
  readonly kind: FixKind;
  readonly steps: readonly Step[];
};

/** How a gate stands to what the default branch demands. */
export type RequiredGate = {
  readonly required: "direct" | "through" | "no";
  /** Why its failure blocks no merge; null where it does. */
  readonly why: string | null;
  readonly contexts: readonly string[];
};

export type JudgedRepository = {
  readonly id: number;
  /** The gates, or why they could not be read: then those that are held stay. */
  readonly gatesRead: Known<readonly Gate[]>;
  /** By the name of the gate; unknown while the demands of the branch are. */
  readonly required: Known<ReadonlyMap<string, RequiredGate>>;
  /** Null where the files of the branch are not known. */
  readonly orphans: TestsWithoutGate | null;
  readonly direct: Known<readonly JudgedDirect[]>;
  readonly classified: readonly Classified[];
  readonly gates: readonly Gate[];
  readonly findings: readonly Finding[];
  readonly audit: {
    readonly merged: number;
    readonly fixes: number;
    readonly excluded: number;
    readonly unclassified: number;
  };
};

export type RepositoryTallyRow = Tally & {
  readonly repositoryId: number;
  readonly population: Population;
  readonly measure: Measure;
};

export type GatheredCluster = {
  readonly measure: Measure;
  readonly key: string;
  readonly name: string;
  readonly why: string;
  /** Who drew it: the policy's rules, the tracking issue's text, our own suggestion, a person. */
  readonly origin: "rule" | "text" | "suggested" | "person";
  /** The rung that its gaps miss; null where they were not gathered by it. */
  readonly missed: Rung | null;
  readonly topics: readonly string[];
  readonly parts: readonly { readonly key: string; readonly name: string }[];
  /** The words of people that shaped it. */
  readonly words: readonly number[];
  readonly pinned: boolean;
  /** How many gaps a text claims for it; null when none does. */
  readonly claimed: number | null;
  readonly architecture: boolean;
  /** Whether the same was fixed again and again without a regression test. */
  readonly recurring: boolean;
  /** The files that show it. */
  readonly repeated: readonly { readonly path: string; readonly numbers: readonly number[] }[];
  readonly tally: Tally;
  /** Gaps whose number occurs in a synced comment of the tracking issue. */
  readonly named: number;
  readonly members: readonly {
    readonly naturalKey: string;
    /** The alias of its repository. */
    readonly alias: string;
    readonly part: string | null;
    readonly named: boolean;
    readonly isGap: boolean;
  }[];
};

/** A piece of work at its place in the order at one measure. */
export type FoundWork = {
  readonly measure: Measure;
  readonly ordinal: number;
  readonly piece: Piece;
};

/** What merging an open pull request would change at one measure. */
export type FoundEffect = {
  readonly repositoryId: number;
  readonly number: number;
  readonly measure: Measure;
  /** The gaps that it closes, by their natural keys. */
  readonly closes: readonly string[];
  readonly why: string;
};

/** An item as it was stored, with the evidence that named gates. */
export type ItemBefore = {
  readonly naturalKey: string;
  readonly rung: Rung;
  readonly evidence: readonly (Pick<Evidence, "rung" | "path"> & {
    readonly gate: string;
    /** Where the gate is; null for the item's own repository. */
    readonly repositoryId: number | null;
  })[];
};

/** What became of a gate, and the items that fell by it from the rung that they had reached by it. */
export type FoundDecay = {
  readonly repositoryId: number;
  /** `workflow:job`. */
  readonly gate: string;
  readonly cause: LossCause;
  readonly why: string;
  readonly line: number | null;
  readonly items: readonly { readonly naturalKey: string; readonly rung: Rung }[];
};

/** Everything that one assessment concludes of a program. */
export type Assessment = {
  readonly programId: number;
  readonly policyVersion: number;
  readonly at: Date;
  /** How many words of people it was judged by. */
  readonly words: number;
  readonly repositories: readonly JudgedRepository[];
  readonly links: readonly Link[];
  readonly items: readonly JudgedItem[];
  readonly decays: readonly FoundDecay[];
  readonly tallies: readonly RepositoryTallyRow[];
  readonly clusters: readonly GatheredCluster[];
  readonly work: readonly FoundWork[];
  readonly effects: readonly FoundEffect[];
  readonly days: readonly { readonly measure: Measure; readonly points: readonly DailyPoint[] }[];
};
