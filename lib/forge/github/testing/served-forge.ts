import { type FakeGithub, githubSkin } from "#/lib/fake/github/skin.ts";
import { sample2615 } from "#/lib/fake/sample-2615/sample-2615.ts";
import { type ServeOptions, serveFake } from "#/lib/fake/serve.ts";
import { repositoryOrThrow } from "#/lib/fake/store.ts";
import type { Position, RowOf, Stream } from "../../forge.ts";
import { githubForge } from "../github-forge.ts";

export const CORE = "molecule-ai/molecule-core";

/** The sample as GitHub serves it, and the adapter that asks it; every test has a store of its own. */
export async function servedForge(
  options: Partial<ServeOptions> & { skin?: Partial<FakeGithub> } = {},
) {
  const store = options.store ?? sample2615();
  const skin = githubSkin(store.clock.now(), options.skin);
  store.github = skin;
  const served = await serveFake({ ...options, store });
  const forge = githubForge({ url: served.url, token: "ghp_b16b00b5", waitFirstMs: 0 });
  const core = repositoryOrThrow(store, "molecule-core");
  return {
    store,
    skin,
    served,
    forge,
    core,
    /** All rows of a stream, walked to its end with positions as a database keeps them. */
    async walk<S extends Stream>(stream: S, since: Date | null = null) {
      const pages = [];
      for (let position: Position | null = null, first = true; first || position; first = false) {
        const page = await forge.page({ stream, repository: CORE, position, since });
        pages.push(page);
        position = JSON.parse(JSON.stringify(page.next)) as Position | null;
      }
      const rows: RowOf[S][] = pages.flatMap((page) => page.rows);
      return { pages, rows, poison: pages.flatMap((page) => page.poison) };
    },
    [Symbol.asyncDispose]: () => served.close(),
  };
}

/** Everything that was answered, in the order in which it came. */
export async function all<Row>(rows: AsyncIterable<Row>): Promise<Row[]> {
  const read: Row[] = [];
  for await (const row of rows) read.push(row);
  return read;
}
