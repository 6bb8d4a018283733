import { sample2615 } from "./sample-2615/sample-2615.ts";
import { serveFake } from "./serve.ts";

const served = await serveFake({ store: sample2615(), port: Number(process.env.PORT ?? 3999) });
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

console.log(`The sample forge listens on ${served.url}/api/v1`);
process.send?.({ url: served.url });
