import { afterAll } from "vitest";
import { change } from "#/lib/fake/change.ts";
import { githubSkin } from "#/lib/fake/github/skin.ts";
import { sample2615 } from "#/lib/fake/sample-2615/sample-2615.ts";
import { serveFake } from "#/lib/fake/serve.ts";
import { repositoryOrThrow } from "#/lib/fake/store.ts";
import { giteaForge } from "../gitea/gitea-forge.ts";
import { githubForge } from "../github/github-forge.ts";
import { describeForge, type OpenedForge } from "./testing/describe-forge.ts";

const CORE = "molecule-ai/molecule-core";
const GITEA = ["1.22.6", "1.25.5", "1.27.0", "11.0.3+gitea-1.22.0", "16.0.1+gitea-1.22.0"];
const closing: (() => Promise<void>)[] = [];

afterAll(async () => {
  for (const close of closing) await close();
});

/** The sample with a pull request that was talked about, reviewed and run. */
async function onFake(version: string | null): Promise<OpenedForge> {
  const store = sample2615();
  const repository = repositoryOrThrow(store, "molecule-core");
  if (version === null) store.github = githubSkin(store.clock.now());
  else store.version = version;
  const ground = { store, repository };
  store.clock.advance(60);
  const { number, headSha, headRef } = change.openPull(ground, {
    author: "kimi",
    title: "fix: it",
  });
  const place = { ...ground, number };
  change.comment(place, { author: "kimi", body: "seen" });
  change.review(place, { author: "kimi", state: "APPROVED", body: "good" });
  const jobs = ["unit", "e2e"];
  const run = change.startRun(ground, { workflow: "ci.yml", headSha, headBranch: headRef, jobs });
  change.beginRun(ground, run.id);
  change.completeRun(ground, { id: run.id, conclusion: "success" });
  const served = await serveFake({ store });
  closing.push(served.close);
  const source = { url: served.url, token: "ghp_b16b00b5", waitFirstMs: 0 };
  const forge = version === null ? githubForge(source) : giteaForge(source);
  return { forge, repository: CORE, received: () => served.requests.entries.length };
}

for (const version of GITEA) describeForge(version, () => onFake(version));
describeForge("GitHub", () => onFake(null));
