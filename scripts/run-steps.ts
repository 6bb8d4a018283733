import { spawnSync } from "node:child_process";
import { join } from "node:path";

export type Step = {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
};

const root = join(import.meta.dirname, "..");
const bin = (name: string) => join(root, "node_modules/.bin", name);

/** Every check, in the order in which `npm run ci` makes them. */
export const STEPS = {
  generate: { name: "database client", command: bin("prisma"), args: ["generate"] },
  routes: { name: "route types", command: bin("next"), args: ["typegen"] },
  lock: { name: "lock file", command: process.execPath, args: ["scripts/check-lock.ts"] },
  format: { name: "format", command: bin("biome"), args: ["check", "."] },
  lint: {
    name: "lint and map",
    command: bin("oxlint"),
    args: ["-c", "oxlint.config.ts", "--type-aware", "--deny-warnings"],
  },
  types: { name: "types", command: bin("tsc"), args: ["--noEmit"] },
  unused: { name: "unused code", command: bin("knip"), args: [] },
  documents: {
    name: "paths in documents",
    command: process.execPath,
    args: ["scripts/check-documents.ts"],
  },
  unit: { name: "unit tests", command: bin("vitest"), args: ["run", "--project", "unit"] },
  database: {
    name: "database tests",
    command: bin("vitest"),
    args: ["run", "--project", "database"],
  },
  soak: {
    name: "twelve hours with workers that are killed",
    command: process.execPath,
    args: ["scripts/soak.ts", "--short"],
  },
  e2e: {
    name: "production build and browser tests",
    command: process.execPath,
    args: ["scripts/e2e.ts"],
  },
  requirements: {
    name: "requirements",
    command: process.execPath,
    args: ["scripts/requirements.ts", "--brief"],
  },
} as const satisfies Record<string, Step>;

/** Runs the steps one after the other and stops at the first that fails, saying how long each took. */
export function runSteps(steps: readonly Step[]): never {
  const started = performance.now();
  for (const { name, command, args } of steps) {
    const at = performance.now();
    console.log(`\n── ${name}`);
    const { status } = spawnSync(command, args, { cwd: root, stdio: "inherit" });
    const seconds = ((performance.now() - at) / 1000).toFixed(1);
    if (status !== 0) {
      console.error(`\n✗ ${name} failed after ${seconds} s; nothing after it was run.`);
      process.exit(1);
    }
    console.log(`✓ ${name} (${seconds} s)`);
  }
  console.log(
    `\n${steps.length} steps passed in ${((performance.now() - started) / 1000).toFixed(0)} s`,
  );
  process.exit(0);
}
