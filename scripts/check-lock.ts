// The lock file must be complete for every platform, and must not say where packages came from.
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const file = join(root, "package-lock.json");
const folder = mkdtempSync(join(tmpdir(), "gateline-lock-"));
const copy = join(folder, "package-lock.json");
copyFileSync(file, copy);
const { status } = spawnSync(process.execPath, [join(root, "scripts/complete-lock.mjs"), copy]);
const complete = status === 0 && readFileSync(copy, "utf8") === readFileSync(file, "utf8");
const placeless = !readFileSync(file, "utf8").includes('"resolved"');
rmSync(folder, { recursive: true });

if (!complete)
  console.error("package-lock.json is not complete. Run: node scripts/complete-lock.mjs");
if (!placeless)
  console.error(
    "package-lock.json records download addresses. Make it anew with this folder's .npmrc.",
  );
process.exit(complete && placeless ? 0 : 1);
