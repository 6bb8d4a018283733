import { z } from "zod";

export const StreamView = z.object({
  stream: z.string(),
  /** What the forge says it has; null when it does not say. */
  forgeTotal: z.int().nullable(),
  held: z.int(),
  lastWholePass: z.iso.datetime().nullable(),
  /** Why the last pass could not read it; null when it could. */
  refusal: z.string().nullable(),
  underWay: z.boolean(),
});

export const RunView = z.object({
  state: z.enum(["running", "done", "failed"]),
  phase: z.string(),
  done: z.int(),
  /** null: how many there will be is not known. */
  total: z.int().nullable(),
  requests: z.int(),
  error: z.string().nullable(),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
});

export const SourceRepositoryView = z.object({
  id: z.int(),
  fullName: z.string(),
  aliases: z.array(z.object({ program: z.string(), alias: z.string(), syncEnabled: z.boolean() })),
  streams: z.array(StreamView),
  run: RunView.nullable(),
});
export type SourceRepositoryView = z.infer<typeof SourceRepositoryView>;

export const SourceView = z.object({
  id: z.int(),
  name: z.string(),
  kind: z.enum(["gitea", "git"]),
  url: z.string(),
  hasToken: z.boolean(),
  /** `failed` while the last run of any of its repositories in scope failed. */
  state: z.enum(["ok", "failed"]),
  /** The sentence of a run that failed. */
  stateReason: z.string().nullable(),
  probedAt: z.iso.datetime().nullable(),
  version: z.string().nullable(),
  /** One line per missing right or ability: what it costs. */
  limits: z.array(z.string()),
  repositories: z.array(SourceRepositoryView),
});
export type SourceView = z.infer<typeof SourceView>;

export const SourcesView = z.object({ sources: z.array(SourceView), syncing: z.boolean() });
export type SourcesView = z.infer<typeof SourcesView>;
