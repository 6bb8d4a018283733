import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readEnv } from "#/lib/env.ts";

const KEY_BYTES = 32;

/** The key that tokens are sealed with: GATELINE_KEY, else one made once in the data directory. */
export function readKey(): Buffer {
  const env = readEnv();
  if (env.GATELINE_KEY !== undefined) return Buffer.from(env.GATELINE_KEY, "hex");
  const file = join(env.dataDirectory, "key");
  return Buffer.from(read(file) ?? create(env.dataDirectory, file), "hex");
}

// Written aside and linked into place: two processes at once agree on one key, and none reads half of it.
function create(folder: string, file: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const aside = `${file}.${process.pid}`;
  writeFileSync(aside, randomBytes(KEY_BYTES).toString("hex"), { mode: 0o600 });
  try {
    linkSync(aside, file);
  } catch (error) {
    if (read(file) === undefined) throw error;
  } finally {
    rmSync(aside);
  }
  return readFileSync(file, "utf8").trim();
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    return undefined;
  }
}
