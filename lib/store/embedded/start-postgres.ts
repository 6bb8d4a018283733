import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { AppError, messageOf } from "#/lib/errors.ts";
import { type Account, chooseAccount } from "./account.ts";
import { answers, serverPid } from "./server-process.ts";
import { stopServerAfterUs } from "./watcher.ts";

export type PostgresBinaries = { readonly initdb: string; readonly pg_ctl: string };
export type RunningPostgres = {
  readonly url: string;
  readonly pid: number;
  readonly reused: boolean;
};

type Place = {
  readonly folder: string;
  readonly data: string;
  readonly socket: string;
  readonly log: string;
};

// A server that is being stopped may take a while; half a minute in all.
const STARTS_MAX = 120;

/**
 * Starts the embedded server whose data lies in `folder`, or joins the one that already runs there.
 *
 * It listens on a Unix socket in a folder of its own and on no port: nothing can be taken, and two
 * checkouts never meet. pg_ctl gives it a session of its own, so Ctrl-C does not reach it before us.
 */
export async function startPostgres(
  folder: string,
  binaries: PostgresBinaries,
): Promise<RunningPostgres> {
  const place = prepareFolders(resolve(folder));
  const account = chooseAccount(binaries.initdb, place.folder);
  own(place.folder, account);
  own(place.socket, account);
  // Registered before looking: whoever leaves last stops the server.
  writeFileSync(join(place.folder, "users", String(process.pid)), "");
  createCluster(place, binaries, account);
  let reused = true;
  for (let attempt = 0; attempt < STARTS_MAX; attempt += 1) {
    const pid = serverPid(place.data);
    if (pid !== undefined && (await answers(urlOf(place)))) {
      stopServerAfterUs(place.folder);
      return { url: urlOf(place), pid, reused };
    }
    if (pid === undefined) {
      launch(place, binaries, account);
      reused = false;
    } else await wait(250); // starting, recovering or stopping
  }
  throw new AppError(
    "failed",
    `Postgres did not start. The end of ${place.log} says:\n${tail(place.log)}`,
  );
}

function prepareFolders(folder: string): Place {
  const hash = createHash("sha256").update(folder).digest("hex").slice(0, 10);
  const place = {
    folder,
    data: join(folder, "data"),
    socket: join(tmpdir(), `gateline-${hash}`),
    log: join(folder, "postgres.log"),
  };
  try {
    mkdirSync(join(folder, "users"), { recursive: true, mode: 0o700 });
    mkdirSync(place.socket, { recursive: true, mode: 0o700 });
    writeFileSync(join(folder, "users", ".writable"), "");
    rmSync(join(folder, "users", ".writable"));
  } catch (cause) {
    throw new AppError(
      "failed",
      `The data folder ${folder} is not writable (${messageOf(cause)}). Choose another with GATELINE_DATA, or give this user the right to write there.`,
      { cause },
    );
  }
  return place;
}

function own(folder: string, account: Account): void {
  if (account.owner) chownSync(folder, account.owner.uid, account.owner.gid);
}

function run(account: Account, program: string, args: readonly string[]) {
  const [first = program, ...rest] = [...account.prefix, program, ...args];
  return spawnSync(first, rest, {
    cwd: "/",
    env: { ...process.env, LC_ALL: "C", TZ: "UTC" },
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
  });
}

// Made beside its place and renamed: a killed initdb never leaves half a cluster.
function createCluster(place: Place, binaries: PostgresBinaries, account: Account): void {
  if (existsSync(join(place.data, "PG_VERSION"))) return;
  const fresh = `${place.data}.new-${process.pid}`;
  const options = [
    "-U",
    "gateline",
    "-A",
    "trust",
    "-E",
    "UTF8",
    "--locale=C",
    "--no-instructions",
    "--no-sync",
  ];
  const made = run(account, binaries.initdb, ["-D", fresh, ...options]);
  try {
    if (made.status !== 0)
      throw new AppError("failed", `initdb failed in ${place.folder}: ${made.stderr}`);
    renameSync(fresh, place.data);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    // Another start may have been first.
    if (!existsSync(join(place.data, "PG_VERSION"))) throw error;
  }
}

function launch(place: Place, binaries: PostgresBinaries, account: Account): void {
  for (const stale of [
    join(place.data, "postmaster.pid"),
    join(place.socket, ".s.PGSQL.5432.lock"),
  ]) {
    rmSync(stale, { force: true });
  }
  const flags = [
    "-c listen_addresses=",
    `-c unix_socket_directories=${place.socket}`,
    "-c unix_socket_permissions=0700",
    "-c max_connections=100",
  ].join(" ");
  run(account, binaries.pg_ctl, [
    "-D",
    place.data,
    "-w",
    "-t",
    "60",
    "-l",
    place.log,
    "-o",
    flags,
    "start",
  ]);
}

const urlOf = (place: Place): string =>
  `postgresql://gateline@localhost/postgres?host=${encodeURIComponent(place.socket)}`;

const tail = (file: string): string =>
  existsSync(file) ? readFileSync(file, "utf8").slice(-2000) : "(there is no log)";
