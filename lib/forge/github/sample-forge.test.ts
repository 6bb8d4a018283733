import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { openForge } from "../open-forge.ts";
import { CORE } from "./testing/served-forge.ts";

const main = fileURLToPath(new URL("../../fake/main.ts", import.meta.url));

test("the sample that `forge:fake --as github` serves can be added as a source, with its workflows", async () => {
  const child = fork(main, ["--as", "github", "--port", "0"], { silent: true, execArgv: [] });
  const exited = once(child, "exit");
  try {
    const [{ url }] = (await once(child, "message")) as [{ url: string }];
    const forge = openForge({ kind: "github", url, token: "ghp_b16b00b5" }, { waitFirstMs: 0 });
    expect(await forge.probe()).toMatchObject({ version: "github.com", limits: [] });
    expect(await forge.repository(CORE)).toMatchObject({ fullName: CORE, defaultBranch: "main" });
    expect(await forge.counts(CORE)).toMatchObject({
      issues: { known: true },
      pulls: { known: true },
    });
    const files = await forge.workflowFiles(CORE, "main");
    const paths = files.known ? files.value.map(({ path }) => path) : [];
    expect(paths).toContain(".gitea/workflows/ci.yml");
    expect(paths).toContain(".github/workflows/ci.yml");
  } finally {
    child.disconnect();
    await exited;
  }
});
