import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { AppError } from "#/lib/errors.ts";

/** How to start Postgres programs: as ourselves, or, since they refuse root, as another account. */
export type Account = {
  readonly prefix: readonly string[];
  readonly owner: { readonly uid: number; readonly gid: number } | null;
};

const OURSELVES: Account = { prefix: [], owner: null };

// Keeps one right of root, to pass closed folders: a checkout may lie under a folder of mode 0700.
const passingClosedFolders = (uid: number, gid: number): string[] => [
  "setpriv",
  `--reuid=${uid}`,
  `--regid=${gid}`,
  "--clear-groups",
  // Without it access(2), with which initdb looks for postgres, forgets the right for a user who is not root.
  "--securebits=+no_setuid_fixup",
  "--inh-caps=+dac_override",
  "--ambient-caps=+dac_override",
];

const plainly = (uid: number, gid: number): string[] => [
  "setpriv",
  `--reuid=${uid}`,
  `--regid=${gid}`,
  "--clear-groups",
];

/** Chooses the account for Postgres: a packaged Postgres's, else nobody, since initdb needs a name in /etc/passwd. */
export function chooseAccount(initdb: string, data: string): Account {
  if (process.getuid?.() !== 0) return OURSELVES;
  const rows = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  const row = ["postgres", "nobody"].flatMap((name) => rows.filter((r) => r[0] === name)).at(0);
  const uid = Number(row?.[2]);
  const gid = Number(row?.[3]);
  if (row === undefined || Number.isNaN(uid) || Number.isNaN(gid)) {
    throw new AppError(
      "failed",
      "Postgres does not run as root, and there is no user postgres or nobody to run it as. Run as a normal user, or set DATABASE_URL.",
    );
  }
  for (const prefix of [plainly(uid, gid), passingClosedFolders(uid, gid)]) {
    const [program, ...rest] = [...prefix, "sh", "-c", '"$0" --version && cd "$1"', initdb, data];
    if (program && spawnSync(program, rest, { cwd: "/" }).status === 0) {
      return { prefix, owner: { uid, gid } };
    }
  }
  throw new AppError(
    "failed",
    `Postgres does not run as root, and user ${row[0]} cannot reach ${initdb} (a folder above it is closed to others). Move the checkout, run as a normal user, or set DATABASE_URL.`,
  );
}
