// A Chromium for the browser tests: the one that is here, else Playwright's own download, else the
// system's package. Prints nothing but what it had to do; exits with a sentence when there is none.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";

const SYSTEM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const DOWNLOAD_MS = 180_000;
const playwright = join(import.meta.dirname, "../node_modules/.bin/playwright");

const present = (): string | undefined =>
  [process.env.CHROMIUM_PATH ?? "", chromium.executablePath(), ...SYSTEM].find(
    (path) => path !== "" && existsSync(path),
  );

/** Where a Chromium is, installing one where there is none. */
export function findBrowser(): string {
  const found =
    present() ?? (download() ? present() : undefined) ?? (installPackage() ? present() : undefined);
  if (found) return found;
  console.error(
    "There is no Chromium, and none could be installed: Playwright's download did not work, and the system's package needs root on a Debian-like system. Install Chromium, or set CHROMIUM_PATH.",
  );
  process.exit(1);
}

function download(): boolean {
  console.log("No Chromium here; trying Playwright's own download");
  const { status } = spawnSync(playwright, ["install", "chromium"], {
    stdio: "ignore",
    timeout: DOWNLOAD_MS,
  });
  return status === 0;
}

function installPackage(): boolean {
  console.log("Installing the system's chromium package");
  const root = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  const apt = (...args: string[]) => {
    const [command = "apt-get", ...rest] = [...root, "apt-get", ...args];
    return spawnSync(command, rest, { stdio: "ignore" }).status === 0;
  };
  return apt("update") && apt("install", "-y", "chromium");
}
