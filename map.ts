/**
 * The map of this repository: a room of `lib/`, and the rooms that it may know. What is not written here
 * is an error, and so is a cycle, of types too. Change it in the commit that says why in docs/decisions.
 */
export const mayKnow = {
  // nouns and thinking: no I/O, no clock
  facts: [],
  coverage: ["facts"],
  // edges to the outside world
  forge: ["facts"],
  store: ["facts", "coverage"],
  contract: ["facts", "coverage"],
  auth: ["store"],
  jobs: ["store"],
  // steps that move data
  sync: ["facts", "coverage", "forge", "store", "jobs"],
  assess: ["facts", "coverage", "store"],
  workflow: ["facts", "coverage", "store", "jobs", "auth"],
  // views of data
  read: ["facts", "coverage", "contract", "store"],
  report: ["facts", "coverage", "contract"],
  // every operation once; it asks a source before it is stored, so it knows sync, and judges one change
  // that is only looked at, so it knows assess
  api: [
    "facts",
    "coverage",
    "contract",
    "auth",
    "assess",
    "read",
    "workflow",
    "report",
    "jobs",
    "sync",
  ],
  // processes: they wire rooms together and hold no rules of their own
  fake: ["facts"],
  worker: ["sync", "assess", "workflow", "report", "jobs", "store", "forge"],
  cli: [
    "facts",
    "coverage",
    "contract",
    "forge",
    "store",
    "auth",
    "jobs",
    "sync",
    "assess",
    "workflow",
    "read",
    "report",
    "fake",
  ],
} as const satisfies Record<string, readonly string[]>;

export type Room = keyof typeof mayKnow;

/** Rooms that think: no I/O, no clock, and only these packages, each a pure one. */
export const pureRooms: readonly Room[] = ["facts", "coverage"];
export const purePackages = ["zod", "yaml", "picomatch"];

/** What the folders beside `lib/` may know of it. */
export const outside = {
  app: ["api", "auth", "read", "contract", "report", "facts", "coverage", "jobs", "forge"],
  components: ["contract", "coverage", "facts"],
} as const satisfies Record<string, readonly Room[]>;

/** Leaves that components may use; they run in a browser. */
export const browserLeaves = ["format.ts"];
