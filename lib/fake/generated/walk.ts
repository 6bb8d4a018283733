import type { MergeKind } from "../git/merge-onto.ts";
import { createRandom, type Random, seedOf } from "../random.ts";
import type {
  FakeComment,
  FakeDirectCommit,
  FakeIssue,
  FakePullRequest,
  FakeReview,
  FakeRun,
  FakeStatus,
} from "../store.ts";
import { type History, madeUpHistory, writtenHistory } from "./history.ts";
import type { Options } from "./options.ts";
import type { Plan } from "./plan-pull.ts";
import { makeWorld, type World } from "./world.ts";

/** How a pull request ends, and when. */
export type Ending = {
  readonly at: number;
  readonly pull: FakePullRequest;
  readonly plan: Plan;
  /** Null closes it without a merge. */
  readonly merge: MergeKind | null;
  readonly closes: FakeIssue | null;
};

/** A repository while it is being made, number by number. */
export type Walk = {
  readonly options: Options;
  readonly random: Random;
  readonly world: World;
  readonly history: History;
  /** Seconds between two numbers, on the average. */
  readonly pace: number;
  /** Whole seconds since 1970. */
  now: number;
  readonly issues: FakeIssue[];
  readonly pulls: FakePullRequest[];
  readonly comments: FakeComment[];
  readonly reviews: FakeReview[];
  readonly runs: FakeRun[];
  readonly statuses: Map<string, FakeStatus[]>;
  readonly directCommits: FakeDirectCommit[];
  /** Pull requests whose end is still to come. */
  endings: Ending[];
  /** Issues that nobody has taken up, newest last. */
  readonly waiting: FakeIssue[];
};

export const START = Date.UTC(2024, 0, 1) / 1000;
const TWO_YEARS = 2 * 365 * 24 * 3600;
const PACE_MOST = 3600;

export function beginWalk(options: Options): Walk {
  const { seed, pulls, issues, withGit } = options;
  return {
    options,
    random: createRandom(seedOf("generated", seed)),
    world: makeWorld(pulls),
    history: withGit ? writtenHistory() : madeUpHistory(seed),
    pace: Math.max(20, Math.min(PACE_MOST, Math.floor(TWO_YEARS / (pulls + issues + 1)))),
    now: START,
    issues: [],
    pulls: [],
    comments: [],
    reviews: [],
    runs: [],
    statuses: new Map(),
    directCommits: [],
    endings: [],
    waiting: [],
  };
}
