import { change } from "#/lib/fake/change.ts";
import { githubSkin } from "#/lib/fake/github/skin.ts";
import type { Random } from "#/lib/fake/random.ts";
import { randomChange } from "#/lib/fake/random-change.ts";
import type { FakeRepository, FakeStore } from "#/lib/fake/store.ts";
import { tinyStore } from "#/lib/fake/testing/tiny-store.ts";
import { hookEvents } from "#/lib/fake/webhook/hook-events.ts";
import type { Skin } from "./skins.ts";

export const SECRET = "a secret that both sides have";
const EVENTS = ["push", "create", "delete", "repository", "issues", "pull_request", "status"];
const RUN_EVENTS = ["workflow_run", "workflow_job", "action_run_success", "action_run_failure"];
const AFTER_MAX_S = 4000;

export type Ground = {
  readonly store: FakeStore;
  readonly repository: FakeRepository;
  /** Where an issue may be moved to. */
  readonly other: FakeRepository;
};

/** A forge with a repository of a dozen rows and what hangs on them, as the seed has it. */
export function smallStore(
  random: Random,
  skin: Skin,
  { withGit = false, beginsAt }: { withGit?: boolean; beginsAt?: Date } = {},
): Ground {
  const { store, repository, other } = tinyStore({ withGit });
  if (beginsAt) store.clock.advance((beginsAt.getTime() - Date.parse(store.clock.now())) / 1000);
  store.version = skin.version;
  if (skin.kind === "github") {
    const rowsMax = random.pick([null, 40, 100]);
    store.github = githubSkin(store.clock.now(), { rowsMax });
  }
  const ground = { store, repository };
  const events = skin.kind === "github" ? ["*"] : hookEvents(store, [...EVENTS, ...RUN_EVENTS]);
  const url = "http://127.0.0.1:9/hook";
  change.createHook(ground, { dialect: skin.kind, url, secret: SECRET, events });
  const rows = 8 + random.below(9);
  for (let nth = 0; nth < rows; nth += 1) {
    store.clock.advance(1 + random.below(AFTER_MAX_S));
    const author = random.pick(store.users).login;
    if (random.chance(0.5)) change.openIssue(ground, { author, title: `Fault ${nth}` });
    else {
      const changes = [`a${nth}`, `b${nth}`].map((name) => {
        return { kind: "write" as const, path: `src/${name}.ts`, content: `${nth}\n` };
      });
      const { number } = change.openPull(ground, { author, title: `fix: fault ${nth}`, changes });
      if (random.chance(0.4)) change.merge({ ...ground, number }, author);
    }
  }
  for (let nth = 0; nth < rows; nth += 1) alter(random, { store, repository, other });
  return { store, repository, other };
}

/** One change by chance, after a moment unless the clock goes by itself; what it was. */
export function alter(
  random: Random,
  { store, repository, other }: Ground,
  { isTimed = true } = {},
): string {
  if (isTimed) store.clock.advance(random.below(random.pick([2, 60, AFTER_MAX_S])));
  const transfers = store.github === undefined ? {} : { transferTo: other };
  return randomChange(random, store, repository, { ...transfers, renames: true });
}
