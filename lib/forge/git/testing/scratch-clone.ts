import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A tiny repository in a directory of its own, written with real git, for tests. */
export function scratchClone() {
  const directory = mkdtempSync(join(tmpdir(), "gateline-git-"));
  let minutes = 0;
  // Of the outside only the PATH: a hook's own GIT_DIR would lead to the repository it runs in.
  const git = (...args: readonly string[]): string =>
    execFileSync("git", ["-C", directory, ...args], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        PATH: process.env["PATH"],
        HOME: directory,
        GIT_CONFIG_NOSYSTEM: "1",
        ...clock(minutes),
      } as unknown as NodeJS.ProcessEnv,
    }).trim();
  git("init", "-q", "-b", "main");
  git("config", "user.name", "kimi");
  git("config", "user.email", "kimi@example.test");
  git("config", "commit.gpgsign", "false");
  return {
    directory,
    git,
    write(path: string, text: string): void {
      mkdirSync(dirname(join(directory, path)), { recursive: true });
      writeFileSync(join(directory, path), text);
    },
    /** Commits all that is there, a minute after the last commit. */
    commit(message: string): string {
      minutes += 1;
      git("add", "-A");
      git("commit", "-q", "--allow-empty", "-m", message);
      return git("rev-parse", "HEAD");
    },
    merge(branch: string, message: string): string {
      minutes += 1;
      git("merge", "-q", "--no-ff", "-m", message, branch);
      return git("rev-parse", "HEAD");
    },
    [Symbol.dispose](): void {
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function clock(minutes: number): Readonly<Record<string, string>> {
  const at = new Date(Date.UTC(2026, 5, 1, 0, minutes)).toISOString();
  return { GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at };
}
