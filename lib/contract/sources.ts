import { z } from "zod";

export const StreamView = z.object({
  stream: z.string(),
  /** What the forge says it has; null when it does not say. */
  forgeTotal: z.int().nullable(),
  /** When it said so. */
  countedAt: z.iso.datetime().nullable(),
  held: z.int(),
  /** Rows that the forge had and has no more. */
  gone: z.int(),
  /** Rows that the forge cannot give. */
  quarantined: z.int(),
  /** The end of the last pass that read everything that was due. */
  lastPass: z.iso.datetime().nullable(),
  /** The end of the last walk over every row; null while there was none, and where a stream has no such walk. */
  lastWholePass: z.iso.datetime().nullable(),
  /** How far back a first walk came that is not at its end. */
  reachedBack: z.iso.datetime().nullable(),
  /** Before when it is not asked for by itself; null where every pass does. */
  nextAt: z.iso.datetime().nullable(),
  /** Why the last pass could not read it; null when it could. */
  refusal: z.string().nullable(),
  underWay: z.boolean(),
});
export type StreamView = z.infer<typeof StreamView>;

export const RunView = z.object({
  state: z.enum(["running", "done", "failed", "waiting"]),
  phase: z.string(),
  /** In a first walk what is held already, so that one that goes on does not begin at 0. */
  done: z.int(),
  /** null: how many there will be is not known. */
  total: z.int().nullable(),
  requests: z.int(),
  error: z.string().nullable(),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  /** When a run that waits for a limit goes on. */
  resumesAt: z.iso.datetime().nullable(),
});
export type RunView = z.infer<typeof RunView>;

/** A row that the forge cannot give while it gives its neighbours. */
export const QuarantinedView = z.object({
  stream: z.string(),
  at: z.string(),
  number: z.int().nullable(),
  why: z.string(),
  since: z.iso.datetime(),
});

export const SourceRepositoryView = z.object({
  id: z.int(),
  fullName: z.string(),
  aliases: z.array(
    z.object({
      program: z.string(),
      slug: z.string(),
      alias: z.string(),
      syncEnabled: z.boolean(),
    }),
  ),
  streams: z.array(StreamView),
  run: RunView.nullable(),
  /** When a run last ended well: its figures are from then at the earliest; null while none did. */
  lastGoodRun: z.iso.datetime().nullable(),
  /** Since when its runs fail and why the last one did, until one ends well; its figures are as old. */
  failing: z.object({ since: z.iso.datetime(), why: z.string() }).nullable(),
  /** Set while the forge does not show it: nothing of it was deleted here. */
  lost: z.object({ at: z.iso.datetime(), why: z.string() }).nullable(),
  /** The newest of those that are counted in the streams. */
  quarantined: z.array(QuarantinedView),
});
export type SourceRepositoryView = z.infer<typeof SourceRepositoryView>;

export const SourceView = z.object({
  id: z.int(),
  name: z.string(),
  kind: z.enum(["gitea", "github", "git"]),
  url: z.string(),
  hasToken: z.boolean(),
  /** Whether it has a secret that its webhooks are signed with. */
  hasHook: z.boolean(),
  /** When the last webhook came whose signature was right. */
  lastHookAt: z.iso.datetime().nullable(),
  /** `refused`: it refuses its token. `failed`: the last run of a repository in scope that it shows failed. `waiting`: a limit is used up. */
  state: z.enum(["ok", "failed", "refused", "waiting"]),
  /** Since when it is not ok, the first time in a row; null while it is. */
  stateSince: z.iso.datetime().nullable(),
  /** What is wrong and what to do about it. */
  stateReason: z.string().nullable(),
  /** When a source that waits goes on; null where it does not wait. */
  resumesAt: z.iso.datetime().nullable(),
  /** What is left of the forge's limit, as it last said. */
  budgets: z.array(
    z.object({
      resource: z.enum(["rest", "graphql"]),
      remaining: z.int().nullable(),
      resetAt: z.iso.datetime().nullable(),
    }),
  ),
  probedAt: z.iso.datetime().nullable(),
  version: z.string().nullable(),
  /** One line per missing right or ability: what it costs. */
  limits: z.array(z.string()),
  repositories: z.array(SourceRepositoryView),
});
export type SourceView = z.infer<typeof SourceView>;

export const SourcesView = z.object({ sources: z.array(SourceView), syncing: z.boolean() });
export type SourcesView = z.infer<typeof SourcesView>;
