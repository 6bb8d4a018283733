/**
 * Everything that is read of a repository, each with a position, a lease and a line on the sources page
 * of its own. New ones are added at the end: a lease is named by its place in this list.
 */
export const STREAMS = [
  "issues",
  "pulls",
  "comments",
  "commits",
  "files",
  "patches",
  "workflows",
  "sources",
  "checks",
  "protection",
  "changes",
  "labels",
  "reviews",
  "runs",
  "jobs",
  "open",
  "counts",
  "pass",
] as const;

export type StreamName = (typeof STREAMS)[number];

/** Streams that a repository must have been asked for once before anything of it is judged. */
export const NEEDED: readonly StreamName[] = [
  "issues",
  "pulls",
  "comments",
  "commits",
  "files",
  "patches",
  "workflows",
  "sources",
  "checks",
  "protection",
];

/** What is read when somebody asks for a sync, whatever the timers say: all but the walks over everything, which find nothing that a person waits for. */
export const ASKED: readonly StreamName[] = STREAMS.filter(
  (stream) => !["issues", "pulls", "comments"].includes(stream),
);
