import { expect, test } from "vitest";
import { openForge } from "../open-forge.ts";
import { describeForge } from "./testing/describe-forge.ts";

const KINDS = ["gitea", "github"] as const;
const { FORGE_URL: url, FORGE_TOKEN: token, FORGE_REPOSITORY, FORGE_KIND = "gitea" } = process.env;

/** Why no server can be asked; null where everything is given. */
function lacks(): string | null {
  if (!url) return "FORGE_URL";
  if (!token) return "FORGE_TOKEN";
  if (!FORGE_REPOSITORY) return "FORGE_REPOSITORY";
  return KINDS.some((kind) => kind === FORGE_KIND) ? null : "FORGE_KIND";
}

const lacking = lacks();
if (lacking === null && url && FORGE_REPOSITORY) {
  const kind = FORGE_KIND === "github" ? "github" : "gitea";
  describeForge(`${kind} at ${url}`, async () => ({
    forge: openForge({ kind, url, token }),
    repository: FORGE_REPOSITORY,
  }));
}

test("a server that is named is named whole: FORGE_URL, FORGE_TOKEN, FORGE_REPOSITORY, and FORGE_KIND gitea or github", () => {
  expect(url === undefined ? null : lacking).toBeNull();
});
