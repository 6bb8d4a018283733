import { readGates } from "../lib/coverage/gate/read-gates.ts";
import type { Gap, Place } from "../lib/coverage/leverage/gap.ts";
import { orderWork } from "../lib/coverage/leverage/order-work.ts";
import { piecesOf } from "../lib/coverage/leverage/pieces-of.ts";
import { unknown } from "../lib/facts/known.ts";
import { atMost, type Measurement } from "./measurement.ts";
import { seededRandom } from "./random.ts";

export const LEVERAGE_ROW = "leverage_5k_ms";
const GAPS = 5000;
const GATES = 160;
const CLUSTERS = 40;
const PARTS = 10;
const GOAL_MS = 500;
const RUNS = 5;

/** How long it takes to find two hundred pieces of work for five thousand gaps of one repository and to order them; the best of a few runs. */
export function measureLeverage(say: (step: string) => void): Measurement {
  say(`ordering ${GATES + CLUSTERS} pieces of work over ${GAPS} gaps`);
  const facts = makeProgram();
  let best = Number.POSITIVE_INFINITY;
  let note = "";
  for (let run = 0; run < RUNS; run += 1) {
    const started = performance.now();
    const pieces = piecesOf(facts);
    const found = performance.now();
    const { order, rest } = orderWork({ items: facts.items, pieces, waived: new Set() });
    const ended = performance.now();
    if (ended - started >= best) continue;
    best = ended - started;
    const pairs = pieces.reduce((sum, { closes }) => sum + closes.length, 0);
    note = `${pieces.length} pieces, ${pairs} pairs, ordered in ${Math.round(ended - found)} ms, ${order.length} in order, ${rest.length} gaps left`;
  }
  return atMost(LEVERAGE_ROW, best, GOAL_MS, "ms", note);
}

function makeProgram() {
  const random = seededRandom(7);
  const gaps = Array.from({ length: GAPS }, (_, at): Gap => {
    const area = `area${random.below(CLUSTERS)}`;
    const paths = Array.from({ length: 5 }, () => `src/${area}/file${random.below(500)}.py`);
    return {
      naturalKey: `fix:1:${at}`,
      repositoryId: 1,
      title: `fix(${area}): a wrong result of part${random.below(PARTS)}`,
      paths,
      standing: { rung: "none", missed: "tested", unknownAbove: null, evidence: [] },
    };
  });
  const clusters = Array.from({ length: CLUSTERS }, (_, at) => ({
    key: `cluster${at}`,
    name: `cluster ${at}`,
    parts: [],
    gaps: gaps.filter(({ title }) => title.includes(`(area${at})`)).map((gap) => gap.naturalKey),
    architecture: false,
    repositories: ["one"],
  }));
  return {
    measure: "tested" as const,
    gaps,
    clusters,
    places: [makePlace()],
    acceptedKinds: ["e2e" as const],
    items: gaps.map(({ naturalKey }) => ({ naturalKey, alias: "one", verdict: "gap" as const })),
  };
}

/** A repository whose gates each speak of one part; every fourth leaves out a folder. */
function makePlace(): Place {
  const files = Array.from({ length: GATES }, (_, at) => ({
    path: `.github/workflows/gate${at}.yml`,
    text: [
      at % 4 === 0
        ? `on: { pull_request: { paths: [src/**, '!src/area${at % CLUSTERS}/**'] } }`
        : "on: pull_request",
      "jobs:",
      `  part${at % PARTS}-e2e:`,
      "    steps:",
      `      - run: pytest tests/e2e/area${at % CLUSTERS}`,
    ].join("\n"),
  }));
  const { gates } = readGates(files);
  const required = unknown("The made repository has no protection.");
  return { id: 1, alias: "one", defaultBranch: "main", gates, required };
}
