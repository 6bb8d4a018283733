import { loadStartingStep } from "#/lib/store/readiness.ts";

/** What keeps the server from being ready, in a few words; null when nothing does. */
export const readHealth = (input: { sample: boolean }): Promise<string | null> =>
  loadStartingStep(input);
