import type { HttpClient } from "../http.ts";
import { type Abilities, abilitiesOf, type RunsBy } from "./abilities.ts";
import { parse } from "./parse.ts";
import { remember } from "./remember.ts";
import * as schema from "./schema.ts";
import { toTime } from "./to-time.ts";

/** What is known of a server: what its version tells, and what was found by trying since. */
export type Server = {
  readonly abilities: Abilities;
  /** The forge's clock less ours; null where it tells none. */
  readonly clockSkewMs: number | null;
  /** Whether it gives many files with one request; null until that was seen. */
  readonly batches: { exist: boolean | null };
  /** How it lists runs, as far as was tried. */
  readonly runs: { by: RunsBy };
  /** Repositories of it that have no runs at all, by their names. */
  readonly withoutRuns: Set<string>;
  /** Pull requests of which it was told that they are none of the issues, as `owner/name#number`; the last few thousand. */
  readonly pulls: Set<string>;
};

const HOUR_MS = 3_600_000;
const servers = remember<Server>({ forMs: HOUR_MS, keysMax: 100, now: Date.now });

/** What this process knows of the server at an address; asked at most once an hour, with two requests. */
export const knowServer = (base: string, http: HttpClient): Promise<Server> =>
  servers.get(base, () => askServer(http));

/** Has the server asked again: another may answer at the same address, or the same with other limits. */
export const forgetServer = (base: string): void => servers.forget(base);

async function askServer(http: HttpClient): Promise<Server> {
  const said = await http.get("/version");
  const heardAt = Date.now();
  const { version } = parse(schema.Version, said.body, "version");
  const settings = await http.get("/settings/api");
  const { max_response_items } = parse(schema.ApiSettings, settings.body, "API settings");
  const abilities = abilitiesOf(version, max_response_items);
  const serverTime = toTime(said.headers.get("date"));
  return {
    abilities,
    clockSkewMs: serverTime && serverTime.getTime() - heardAt,
    batches: { exist: abilities.batches },
    runs: { by: abilities.runs },
    withoutRuns: new Set(),
    pulls: new Set(),
  };
}
