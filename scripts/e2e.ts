// Builds the production server and runs the browser stories on it, each file with a server of its own.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { prepareBuild } from "#/lib/cli/up/prepare-build.ts";
import { findBrowser } from "./find-browser.ts";

const root = join(import.meta.dirname, "..");
await prepareBuild((step) => console.log(step));
const { status } = spawnSync(
  join(root, "node_modules/.bin/playwright"),
  ["test", ...process.argv.slice(2)],
  { cwd: root, stdio: "inherit", env: { ...process.env, CHROMIUM_PATH: findBrowser() } },
);
process.exit(status ?? 1);
