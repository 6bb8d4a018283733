import { sample2615 } from "#/lib/fake/sample-2615/sample-2615.ts";
import { type ServeOptions, serveFake } from "#/lib/fake/serve.ts";
import { repositoryOrThrow } from "#/lib/fake/store.ts";
import { giteaForge } from "../gitea-forge.ts";
import { forgetServer } from "../know-server.ts";

export const CORE = "molecule-ai/molecule-core";

/** The sample over HTTP and a client of it; every test has a store of its own. */
export async function servedCore(options: Partial<ServeOptions> = {}) {
  const store = sample2615();
  const served = await serveFake({ store, ...options });
  forgetServer(`${served.url}/api/v1`);
  return {
    store,
    served,
    core: repositoryOrThrow(store, "molecule-core"),
    forge: giteaForge({ url: served.url, token: null, waitFirstMs: 0 }),
    [Symbol.asyncDispose]: () => served.close(),
  };
}
