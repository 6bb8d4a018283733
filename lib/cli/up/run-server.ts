import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { readClock } from "#/lib/clock.ts";
import { LISTENS_ON, readEnv } from "#/lib/env.ts";
import { messageOf } from "#/lib/errors.ts";
import { openDatabase } from "#/lib/store/open-database.ts";
import { Children } from "./children.ts";
import { holdPort } from "./hold-port.ts";
import { generateClient, prepareBuild } from "./prepare-build.ts";
import { root } from "./root.ts";

const POLL_MS = 150;
const SAMPLE_MAX_MS = 5 * 60_000;
const say = (text: string) => console.log(`gateline: ${text}`);

// What lives a page long is thrown away sooner: on a machine with much memory it is else kept for as long as
// there is room, and most of what a sync holds is such.
const WORKER_FLAGS = ["--max-semi-space-size=16"];

export type ServerOptions = {
  readonly sample: boolean;
  /** Pages are compiled as they are opened, and follow the sources. */
  readonly development?: boolean;
};

/** Starts everything on this machine and stays; returns only by ending the process. */
export async function runServer(options: ServerOptions): Promise<void> {
  const env = readEnv();
  const address = `http://localhost:${env.PORT}`;
  const held = await holdPort(env.PORT);
  const sayStep = (step: string) => {
    held.step(step);
    say(step);
  };
  const { url } = await openDatabase();
  await (options.development ? generateClient(sayStep) : prepareBuild(sayStep));
  await held.release();
  const children = new Children((name) => {
    console.error(
      `gateline: the ${name} ended by itself; everything stops. Its last lines stand above.`,
    );
    void stop(1);
  });
  let stopping = false;
  const stop = async (code: number) => {
    if (stopping) return;
    stopping = true;
    await children.stop();
    process.exit(code);
  };
  process.on("SIGINT", () => void stop(0));
  process.on("SIGTERM", () => void stop(0));
  try {
    await startAll({ children, url, port: env.PORT, ...options });
    say(`ready at ${address} (Ctrl-C stops everything)`);
  } catch (error) {
    if (stopping) return;
    console.error(`gateline: ${messageOf(error)}`);
    await stop(1);
  }
}

async function startAll(
  input: ServerOptions & { children: Children; url: string; port: number },
): Promise<void> {
  const { children, url, port, sample, development = false } = input;
  const env = {
    ...process.env,
    DATABASE_URL: url,
    GATELINE_DATA: readEnv().dataDirectory,
    NEXT_TELEMETRY_DISABLED: "1",
    NODE_ENV: development ? ("development" as const) : ("production" as const),
  };
  const next = join(root, "node_modules/next/dist/bin/next");
  const { saveStartingStep } = await import("#/lib/store/readiness.ts");
  // A first start has no table for it yet; until then the missing migrations say as much.
  await saveStartingStep("starting").catch(() => undefined);
  children.start(
    "web server",
    [next, development ? "dev" : "start", "-H", LISTENS_ON, "-p", String(port)],
    env,
  );
  const { migrate } = await import("#/lib/store/migrate/migrate.ts");
  await migrate(url);
  await saveStartingStep("starting the worker");
  const loads = await offerSample(sample);
  children.start("worker", [...WORKER_FLAGS, "lib/worker/main.ts"], env);
  if (loads) await waitForSample(saveStartingStep);
  await saveStartingStep(null);
}

async function offerSample(wanted: boolean): Promise<boolean> {
  const { addSample, findSample, wantsSample } = await import("./add-sample.ts");
  if (!(wanted ? await wantsSample() : await findSample())) return false;
  const { serveFake } = await import("#/lib/fake/serve.ts");
  const { sample2615 } = await import("#/lib/fake/sample-2615/sample-2615.ts");
  const forge = await serveFake({ store: sample2615() });
  await addSample(forge.url, readClock());
  return true;
}

async function waitForSample(save: (step: string) => Promise<void>): Promise<void> {
  const { sampleStep } = await import("./add-sample.ts");
  const until = performance.now() + SAMPLE_MAX_MS;
  let said = "";
  for (let step = await sampleStep(); step !== null; step = await sampleStep()) {
    if (performance.now() > until)
      throw new Error(`The sample did not load: ${step}. The sources page and the log say why.`);
    if (said === "") say("loading the sample program");
    if (step !== said) await save(step);
    said = step;
    await wait(POLL_MS);
  }
}
