import { spawn } from "node:child_process";
import { Socket } from "node:net";

// Waits for our end of the pipe to close, which covers a normal end, Ctrl-C, a crash and SIGKILL alike,
// then stops the server unless another live process is registered as its user.
const WATCH = `cat >/dev/null
rm -f "$1/users/$2"
for user in "$1"/users/*; do kill -0 "\${user##*/}" 2>/dev/null && exit 0; done
kill -INT "$(head -n 1 "$1/data/postmaster.pid")"`;

/** Stops the server in `folder` when this process is gone, if nobody else uses it. */
export function stopServerAfterUs(folder: string): void {
  const watcher = spawn("sh", ["-c", WATCH, "sh", folder, String(process.pid)], {
    cwd: "/",
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  watcher.unref();
  // The open pipe is the signal; it must not keep this process from ending by itself.
  if (watcher.stdin instanceof Socket) watcher.stdin.unref();
}
