import { createHash, randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readEnv } from "#/lib/env.ts";
import { AppError } from "#/lib/errors.ts";

const KEY_BYTES = 32;
const ID_LENGTH = 8;

/** A key, and the short digest by which a sealed text names it. */
export type Key = { readonly id: string; readonly bytes: Buffer };
/** The first is the one to seal with; the others only open what was sealed before a rotation. */
export type Keys = readonly [Key, ...Key[]];

/** The keys of tokens: those of GATELINE_KEY and GATELINE_KEY_PREVIOUS, else of the file in the data directory, where one is made once. */
export function readKeys(): Keys {
  const { GATELINE_KEY: current, GATELINE_KEY_PREVIOUS: previous, dataDirectory } = readEnv();
  const [first, ...others] = current === undefined ? fileKeys(dataDirectory) : [current];
  return [toKey(first), ...[...others, ...previous].map(toKey)];
}

/** Whether the key is a file of ours, which a rotation may replace. */
export const isKeyFile = (): boolean => readEnv().GATELINE_KEY === undefined;

/** Puts a new key before those of the file. Whoever reads it from now on seals with the new one and still opens with the others. */
export function beginNewKey(): void {
  const { dataDirectory } = readEnv();
  replace(dataDirectory, [newKey(), ...fileKeys(dataDirectory)]);
}

/** Leaves the newest key in the file and the one before it, for whoever read that one just before the change and seals with it just after. */
export function dropOldestKeys(): void {
  const { dataDirectory } = readEnv();
  replace(dataDirectory, fileKeys(dataDirectory).slice(0, 2));
}

const newKey = (): string => randomBytes(KEY_BYTES).toString("hex");

function toKey(hex: string): Key {
  const bytes = Buffer.from(hex, "hex");
  return { id: createHash("sha256").update(bytes).digest("hex").slice(0, ID_LENGTH), bytes };
}

const fileOf = (folder: string): string => join(folder, "key");

function fileKeys(folder: string): [string, ...string[]] {
  const file = fileOf(folder);
  const [first, ...others] = (read(file) ?? create(folder, file)).split("\n");
  if (first !== undefined && [first, ...others].every(isHex)) return [first, ...others];
  throw new AppError(
    "failed",
    `The file ${file} holds no key: each of its lines has to be 64 hexadecimal digits. Restore it from a backup; without it stored tokens have to be entered anew.`,
  );
}

const isHex = (line: string): boolean => /^[0-9a-f]{64}$/i.test(line);

// Written aside and moved into place: nobody reads half of it, and a crash leaves the one or the other.
function replace(folder: string, keys: readonly string[]): void {
  const file = fileOf(folder);
  const aside = `${file}.${process.pid}`;
  writeFileSync(aside, keys.join("\n"), { mode: 0o600, flush: true });
  renameSync(aside, file);
}

// Written aside and linked into place: two processes at once agree on one key, and none reads half of it.
function create(folder: string, file: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const aside = `${file}.${process.pid}`;
  writeFileSync(aside, newKey(), { mode: 0o600, flush: true });
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
  } catch (error) {
    // Any other failure is not "there is none yet": a new key would make every stored token unreadable.
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
