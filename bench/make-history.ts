import { spawn } from "node:child_process";
import { once } from "node:events";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { editLock, editText, makeLock, makeText, TONGUES, type Tongue } from "./make-text.ts";
import { type Random, seededRandom } from "./random.ts";

type File = {
  readonly path: string;
  readonly tongue: Tongue;
  readonly isTest: boolean;
  lines: readonly string[];
};
type Pair = { readonly product: File; readonly test: File };
type Tree = {
  readonly pairs: readonly Pair[];
  readonly lock: Pick<File, "path"> & { lines: readonly string[] };
};

const PAIRS = 400;
const LOCKED = 3500;
const START = Date.UTC(2024, 0, 1) / 1000;
const HOUR = 3600;

/** Makes a bare repository of squashed pull requests, the same on every machine: about 35 in 100 are fixes, most of them with a test, over files of a few hundred lines, and 20 in 100 update dependencies, with a lock file of thousands. */
export async function makeHistory(directory: string, commits: number): Promise<void> {
  await run(directory, ["init", "--quiet", "--bare", "--initial-branch=main", "."]);
  const child = spawn("git", ["-C", directory, "fast-import", "--quiet"], {
    stdio: ["pipe", "ignore", "inherit"],
  });
  const ended = once(child, "close");
  await pipeline(Readable.from(history(commits)), child.stdin);
  const [status] = await ended;
  if (status !== 0) throw new Error(`git fast-import ended with ${status}.`);
  // Imported as it comes it has hardly any deltas; a clone is packed well.
  await run(directory, ["repack", "-a", "-d", "-q", "--window=10", "--depth=50"]);
}

async function run(directory: string, args: readonly string[]): Promise<void> {
  const child = spawn("git", ["-C", directory, ...args], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const [status] = await once(child, "close");
  if (status !== 0) throw new Error(`git ${args[0]} ended with ${status}.`);
}

function* history(commits: number): Generator<string> {
  const random = seededRandom(7);
  const pairs = Array.from({ length: PAIRS }, (_, at) => makePair(at, random));
  const tree: Tree = { pairs, lock: { path: "yarn.lock", lines: makeLock(LOCKED) } };
  const files = pairs.flatMap(({ product, test }) => [product, test]);
  yield commit(1, "feat: start (#1)", [...files, tree.lock]);
  for (let number = 2; number <= commits; number += 1) {
    const title = titleOf(number, random);
    yield commit(number, title, change(tree, { number, title }, random));
  }
}

function makePair(at: number, random: Random): Pair {
  const tongue = TONGUES[at % TONGUES.length] ?? TONGUES[0];
  const directory = `src/area${at % 12}/part${at}`;
  const file = (name: string, isTest: boolean): File => ({
    path: `${directory}/${name}`,
    tongue,
    isTest,
    lines: makeText(tongue, isTest, 150 + random.below(350)),
  });
  return {
    product: file(`part${at}.${tongue.ending}`, false),
    test: file(tongue.testName(`part${at}`), true),
  };
}

function titleOf(number: number, random: Random): string {
  const area = `area${random.below(12)}`;
  const share = random.below(100);
  if (share < 35) return `fix(${area}): a wrong result of part ${number} (#${number})`;
  if (share < 55) return `chore(deps): update packages (#${number})`;
  return `${random.pick(["feat", "refactor", "perf"])}(${area}): part ${number} (#${number})`;
}

/** Edits a few files, mostly with the test beside them, and gives those that changed. */
function change(
  { pairs, lock }: Tree,
  { number, title }: { readonly number: number; readonly title: string },
  random: Random,
): readonly Pick<File, "path" | "lines">[] {
  if (title.startsWith("chore(deps)")) {
    lock.lines = editLock(lock.lines, number, random);
    return [lock];
  }
  const changed = new Set<File>();
  for (let count = 1 + random.below(5); count > 0; count -= 1) {
    const pair = pairs[random.below(pairs.length)];
    if (!pair) continue;
    changed.add(pair.product);
    if (random.below(10) < 6) changed.add(pair.test);
  }
  for (const file of changed) {
    file.lines = editText(file.lines, { ...file, mark: String(number) }, random);
  }
  return [...changed];
}

function commit(
  number: number,
  message: string,
  files: readonly Pick<File, "path" | "lines">[],
): string {
  const at = `${START + number * HOUR} +0000`;
  const changes = files.map(({ path, lines }) => {
    const text = `${lines.join("\n")}\n`;
    return `M 100644 inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}\n`;
  });
  const head = `commit refs/heads/main\ncommitter kimi <kimi@example.test> ${at}\n`;
  return `${head}data ${Buffer.byteLength(message)}\n${message}\n${changes.join("")}`;
}
