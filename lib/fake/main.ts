import { addWorkflows } from "./github/add-workflows.ts";
import { githubSkin } from "./github/skin.ts";
import { HELP, type MainOptions, readMainOptions } from "./main-options.ts";
import { sample2615 } from "./sample-2615/sample-2615.ts";
import { type FaultRates, seededFaults } from "./seeded-faults.ts";
import { type FakeServer, serveFake } from "./serve.ts";

/** About every tenth answer goes wrong, so that a page can still be used. */
const RATES: FaultRates = {
  status: 0.04,
  delay: 0.02,
  "slow-body": 0.01,
  reset: 0.01,
  truncate: 0.01,
  "hang-up": 0.01,
  stale: 0.01,
};
const DELAY_MS = 2000;

function serve({ port, version, latencyMs, faultsSeed, token }: MainOptions): Promise<FakeServer> {
  const store = sample2615();
  if (version === null) {
    store.github = githubSkin(store.clock.now());
    addWorkflows(store);
  } else store.version = version;
  return serveFake({
    store,
    port,
    latencyMs,
    ...(token !== null && { token }),
    ...(faultsSeed !== null && { faults: seededFaults(faultsSeed, RATES, { delayMs: DELAY_MS }) }),
  });
}

function optionsOrEnd(): MainOptions {
  try {
    return readMainOptions(process.argv.slice(2), process.env);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  }
}

const options = optionsOrEnd();
const served = await serve(options);
let stopping = false;

async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await served.close();
  if (process.connected) process.disconnect();
}

process.once("SIGTERM", () => void stop());
process.once("SIGINT", () => void stop());
// A parent that died without a signal must not leave the port taken.
process.once("disconnect", () => void stop());

console.log(
  `The sample forge listens on ${served.url}${options.version === null ? "" : "/api/v1"}`,
);
console.log(HELP);
process.send?.({ url: served.url });
