// npm run soak replays twelve hours with workers that are killed; with --seeds N it plays so many random histories, with --seed N one of them.
import { parseArgs } from "node:util";
import { playSeeds } from "./soak/play-seeds.ts";
import { secondsSince, spreadSeeds } from "./soak/spread-seeds.ts";
import { startSoakServer } from "./soak/with-postgres.ts";

const SHORT_MS = 12_000;
const LONG_MS = 240_000;

const { values } = parseArgs({
  options: {
    /** How many random histories are played. */
    seeds: { type: "string" },
    /** The first of them, or of the replay. */
    from: { type: "string", default: "0" },
    /** One random history. */
    seed: { type: "string" },
    /** A shorter replay, for every change of the code. */
    short: { type: "boolean", default: false },
    /** How long the replay takes, in seconds. */
    lasts: { type: "string" },
    /** For the processes of --seeds alone. */
    part: { type: "string" },
  },
});
const began = performance.now();
const from = numberOf(values.from);

if (values.part !== undefined) process.exit(await playPart(values.part));
const isGood =
  values.seed !== undefined
    ? await spreadSeeds(numberOf(values.seed), 1, import.meta.filename)
    : values.seeds !== undefined
      ? await spreadSeeds(from, numberOf(values.seeds), import.meta.filename)
      : await replayOnce();
console.log(`${isGood ? "Nothing is missing" : "Something is wrong"} (${secondsSince(began)} s)`);
process.exit(isGood ? 0 : 1);

function numberOf(text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= 0) return number;
  console.error(`${text} is no whole number. Write it like: npm run soak -- --seeds 5000`);
  process.exit(2);
}

async function playPart(part: string): Promise<number> {
  const [first = 0, count = 0, step = 1] = part.split(",").map(Number);
  await playSeeds({ from: first, count, step }, (told) => process.send?.(told));
  return 0;
}

async function replayOnce(): Promise<boolean> {
  const env = await (await startSoakServer()).environment();
  Object.assign(process.env, env);
  const { replay } = await import("./soak/replay.ts");
  const { SOAKED } = await import("./soak/forges.ts");
  const lastsMs = values.lasts ? numberOf(values.lasts) * 1000 : values.short ? SHORT_MS : LONG_MS;
  const skins = values.short ? SOAKED.slice(0, 1) : SOAKED;
  const wrong = await replay({ seed: from, skins, lastsMs, env });
  for (const line of wrong) console.error(line);
  return wrong.length === 0;
}
