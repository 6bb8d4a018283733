import { createClock } from "../clock.ts";
import type { FakeStore } from "../store.ts";
import { generateRepository } from "./generated-repository.ts";
import { type GeneratedOptions, wholeOptions } from "./options.ts";
import { LOGINS } from "./pull-row.ts";

/** A forge with one repository, `fleet/generated`, of as many rows as are asked for; the same for the same options. */
export function generatedStore(given: GeneratedOptions): FakeStore {
  const options = wholeOptions(given);
  const { repository, end } = generateRepository(options);
  return {
    version: options.version,
    rootUrl: "https://forge.example",
    viewer: "auditor",
    admins: ["auditor"],
    clock: createClock(end),
    users: ["auditor", ...LOGINS].map((login, index) => ({ id: 1 + index, login })),
    repositories: [repository],
  };
}
