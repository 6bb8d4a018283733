// Serves a generated forge as a process of its own, so that its work is nobody else's.
import { z } from "zod";
import { generatedStore } from "../../lib/fake/generated/generated-store.ts";
import { githubSkin } from "../../lib/fake/github/skin.ts";
import { serveFake } from "../../lib/fake/serve.ts";

const Input = z.object({
  pulls: z.int(),
  version: z.string().nullable(),
  latencyMs: z.int(),
  withGit: z.boolean(),
});

const { version, latencyMs, ...asked } = Input.parse(JSON.parse(process.argv[2] ?? ""));
const store = generatedStore({
  ...asked,
  issues: 0,
  commentsPerPull: 0,
  reviewsPerPull: 0,
  withChecks: false,
  ...(version === null ? {} : { version }),
});
if (version === null) store.github = githubSkin(store.clock.now());
const served = await serveFake({ store, latencyMs, pageMax: 50 });
process.on("message", () => {
  const { requests } = served;
  process.send?.({
    api: requests.total(),
    points: requests.points(),
    byEndpoint: requests.byEndpoint(),
  });
  requests.reset();
});
process.once("disconnect", () => void served.close());
process.send?.({ url: served.url });
