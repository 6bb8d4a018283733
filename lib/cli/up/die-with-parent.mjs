// Loaded first in every child of `up`: the channel closes when the parent is gone, even by SIGKILL.
const FORCED_MS = 10_000;
if (process.channel) {
  process.channel.unref();
  process.once("disconnect", () => {
    process.kill(process.pid, "SIGTERM");
    setTimeout(() => process.exit(1), FORCED_MS).unref();
  });
}
