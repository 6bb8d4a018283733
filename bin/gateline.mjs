#!/usr/bin/env node
// Plain JavaScript without a named import: an old Node must get as far as the sentence below.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import module from "node:module";
import { fileURLToPath } from "node:url";

const MAJOR = 24;
const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const pinned = at(`../node_modules/node-${process.platform}-${process.arch}/bin/node`);

if (Number(process.versions.node.split(".")[0]) >= MAJOR) {
  module.enableCompileCache?.(at("../node_modules/.cache/node"));
  await import("../lib/cli/main.ts");
} else if (existsSync(pinned)) {
  const args = [fileURLToPath(import.meta.url), ...process.argv.slice(2)];
  const { status, signal } = spawnSync(pinned, args, { stdio: "inherit" });
  if (signal) process.kill(process.pid, signal);
  process.exitCode = status ?? 1;
} else {
  console.error(
    `gateline needs Node ${MAJOR}, and this is ${process.version}. In a checkout run: npm install`,
  );
  process.exitCode = 1;
}
