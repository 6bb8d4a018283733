import { atMost, type Measurement } from "./measurement.ts";
import { askChild } from "./sync/fork-child.ts";
import type { ScratchPostgres } from "./sync/scratch-postgres.ts";

const [IDLE_ROW, ONE_ROW] = ["idle_requests", "one_pull_requests"] as const;
export const PASS_ROWS: readonly string[] = [IDLE_ROW, ONE_ROW];

const PULLS = 100;
const MERGE = "a merge";
const SKINS = [
  ["Gitea 1.27", "1.27.0"],
  ["GitHub", null],
] as const;

type Counted = Readonly<Record<string, number>>;
type Passes = {
  readonly idle: number;
  /** By when they are due, what timers ask beside that. */
  readonly later: Readonly<Record<string, Counted>>;
  /** By what happened to one pull request, what the pass behind it asked in all. */
  readonly changed: Counted;
};

/** What passes over a repository ask that is held already: where nothing changed, and where one pull request did. The greater figure of Gitea and GitHub counts. */
export async function measureSyncPasses(
  postgres: ScratchPostgres,
  say: (step: string) => void,
): Promise<Measurement[]> {
  const told: (readonly [string, Passes])[] = [];
  for (const [name, version] of SKINS) {
    say(`counting what ${name} is asked where little changed`);
    const input = { version, pulls: PULLS };
    told.push([
      name,
      await askChild<Passes>("passes-child.ts", input, { env: await postgres.fresh() }),
    ]);
  }
  const idle = Math.max(...told.map(([, passes]) => passes.idle));
  const one = Math.max(...told.map(([, { changed }]) => mostOf(changed)));
  const say1 = told.map(([name, { later }]) => `${name}: ${sayLater(later)}`).join("; ");
  const say2 = told.map(([name, { changed }]) => `${name}: ${sayCounted(changed)}`).join("; ");
  return [
    atMost(IDLE_ROW, idle, 3, "requests", `timers ask beside that: ${say1}`),
    atMost(
      ONE_ROW,
      one,
      6,
      "requests",
      `a merge brings checks of its own and is not counted; ${say2}`,
    ),
  ];
}

const mostOf = (changed: Counted): number =>
  Math.max(...Object.entries(changed).map(([what, count]) => (what === MERGE ? 0 : count)));

const sayLater = (later: Passes["later"]): string =>
  Object.entries(later)
    .map(([when, counted]) => `${when} ${sayCounted(counted) || "nothing"}`)
    .join(", ");

const sayCounted = (counted: Counted): string =>
  Object.entries(counted)
    .map(([what, count]) => `${count} ${what.replace("/repos/{owner}/{repo}", "")}`)
    .join(", ");
