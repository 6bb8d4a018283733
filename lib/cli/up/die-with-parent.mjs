// Loaded first in every child of `up`: the channel closes when the parent is gone, even by SIGKILL.
// A child of such a child inherits the option but not the parent, and needs its own channel as it is.
const FORCED_MS = 10_000;
if (process.channel && process.ppid === Number(process.env.GATELINE_PARENT)) {
  process.channel.unref();
  process.once("disconnect", () => {
    process.kill(process.pid, "SIGTERM");
    setTimeout(() => process.exit(1), FORCED_MS).unref();
  });
}
