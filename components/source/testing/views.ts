import type {
  RunView,
  SourceRepositoryView,
  SourcesView,
  SourceView,
  StreamView,
} from "#/lib/contract/sources.ts";

export const NOW = "2026-06-12T18:00:00.000Z";

/** A moment so many minutes before NOW. */
export const before = (minutes: number): string =>
  new Date(Date.parse(NOW) - minutes * 60_000).toISOString();

export const stream = (given: Partial<StreamView> = {}): StreamView => ({
  stream: "pulls",
  forgeTotal: null,
  countedAt: null,
  held: 0,
  gone: 0,
  quarantined: 0,
  lastPass: null,
  lastWholePass: null,
  reachedBack: null,
  nextAt: null,
  refusal: null,
  underWay: false,
  ...given,
});

export const run = (given: Partial<RunView> = {}): RunView => ({
  state: "running",
  phase: "pulls",
  done: 0,
  total: null,
  requests: 0,
  error: null,
  startedAt: before(2),
  endedAt: null,
  resumesAt: null,
  ...given,
});

export const repository = (given: Partial<SourceRepositoryView> = {}): SourceRepositoryView => ({
  id: 1,
  fullName: "acme/shop",
  aliases: [{ program: "Safety", slug: "safety", alias: "shop", syncEnabled: true }],
  streams: [stream()],
  run: null,
  lastGoodRun: null,
  failing: null,
  lost: null,
  quarantined: [],
  ...given,
});

export const source = (given: Partial<SourceView> = {}): SourceView => ({
  id: 1,
  name: "forge",
  kind: "gitea",
  url: "https://forge.example",
  hasToken: true,
  hasHook: false,
  lastHookAt: null,
  state: "ok",
  stateSince: null,
  stateReason: null,
  resumesAt: null,
  budgets: [],
  probedAt: null,
  version: null,
  limits: [],
  repositories: [repository()],
  ...given,
});

export const view = (...sources: SourceView[]): SourcesView => ({ sources, syncing: false });
