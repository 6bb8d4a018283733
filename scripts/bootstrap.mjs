// Runs before every command on whatever Node is at hand, so: plain JavaScript, no dependencies.
// npm starts a new shell for the command itself, which then finds the Node that is installed here.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const MAJOR = 24;
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, "node_modules/.gateline-lock");
const wanted = createHash("sha256")
  .update(readFileSync(join(root, "package-lock.json")))
  .digest("hex");

if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== wanted) install();
linkNode();
requireNode();

function install() {
  console.error("gateline: installing dependencies (npm ci)");
  const npm = process.env.npm_execpath;
  const [command, first] = npm ? [process.execPath, [npm]] : ["npm", []];
  const options = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
  const { status } = spawnSync(command, [...first, ...options], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (status !== 0) {
    console.error(
      "gateline: npm ci failed; its reason stands above. Check the registry, then run this again.",
    );
    process.exit(status ?? 1);
  }
  writeFileSync(stamp, wanted);
}

// npm 10 loses this link when two packages declare a program of the same name.
function linkNode() {
  const link = join(root, "node_modules/.bin/node");
  const program = `node-${process.platform}-${process.arch}/bin/node`;
  if (!existsSync(link) && existsSync(join(root, "node_modules", program))) {
    symlinkSync(join("..", program), link);
  }
}

function requireNode() {
  const own = join(root, "node_modules/.bin/node");
  const version = existsSync(own)
    ? spawnSync(own, ["-p", "process.versions.node"], { encoding: "utf8" }).stdout.trim()
    : process.versions.node;
  if (Number(version.split(".")[0]) >= MAJOR) return;
  console.error(
    `gateline: this needs Node ${MAJOR}, and npm has none for ${process.platform}-${process.arch} (found ${version}). Install Node ${MAJOR} or newer, then run this again.`,
  );
  process.exit(1);
}
