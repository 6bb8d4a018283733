import { test as base, expect } from "@playwright/test";
import { health, newPlace, type Place, type Server, startServer } from "./server.ts";

/** Waits until a server is ready; fails at once with its output when it ended instead. */
export async function ready(server: Server): Promise<void> {
  const ended = server.ended.then((code) => {
    throw new Error(`The server ended with ${code}:\n${server.output()}`);
  });
  const answers = expect(async () => {
    expect((await health(server))?.status).toBe(200);
  }).toPass({ timeout: 60_000, intervals: [100] });
  ended.catch(() => undefined);
  await Promise.race([answers, ended]);
}

type Worker = {
  place: Place;
  /** The sample's server; a story that stops it puts the next one here. */
  sample: { server: Server };
};

export const test = base.extend<{ address: string }, Worker>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the wanted fixtures from the pattern.
  place: [async ({}, use) => use(await newPlace()), { scope: "worker" }],
  sample: [
    async ({ place }, use) => {
      const sample = { server: startServer(place) };
      await ready(sample.server);
      await use(sample);
      await sample.server.stop("SIGTERM");
    },
    { scope: "worker", timeout: 90_000 },
  ],
  address: async ({ sample }, use) => use(sample.server.url),
});

export { expect };
