import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "#/lib/errors.ts";
import { root } from "./root.ts";

const SOURCES = ["{app,components,lib,public}/**/*", "prisma/schema/*.prisma", "*.{ts,mjs,json}"];
const STAMP = join(root, ".next/gateline-sources");

/** Generates the database client and builds the web server, unless the sources are those of the last build. */
export async function prepareBuild(say: (step: string) => void): Promise<void> {
  const wanted = hashOfSources();
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === wanted) return;
  await generateClient(say);
  say("building the web server (only when the sources changed)");
  await run("node_modules/next/dist/bin/next", "build");
  writeFileSync(STAMP, wanted);
}

/** Makes the database client from the schema. */
export async function generateClient(say: (step: string) => void): Promise<void> {
  say("generating the database client");
  await run("node_modules/prisma/build/index.js", "generate");
}

// Next writes into tsconfig.json and next-env.d.ts while it builds; neither changes what is built.
const WRITTEN = /\.test\.tsx?$|^tsconfig\.json$|^next-env\.d\.ts$/;

function hashOfSources(): string {
  const hash = createHash("sha256");
  const files = globSync(SOURCES, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((file) => !WRITTEN.test(file))
    .toSorted();
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest("hex");
}

function run(program: string, argument: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, program), argument], {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (text: Buffer) => (output += text));
    child.once("error", reject);
    child.once("exit", (code) => {
      if (code === 0) resolve();
      else
        reject(
          new AppError("failed", `${program} ${argument} failed. It said:\n${output.slice(-4000)}`),
        );
    });
  });
}
