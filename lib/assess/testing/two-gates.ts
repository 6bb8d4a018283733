import { gateRef } from "#/lib/coverage/gate/gate.ts";
import { readGates } from "#/lib/coverage/gate/read-gates.ts";
import type { Rung } from "#/lib/coverage/rung/rungs.ts";
import type { Standing } from "#/lib/coverage/verdict.ts";
import { known } from "#/lib/facts/known.ts";
import type { ItemBefore, JudgedItem } from "#/lib/store/assessment.ts";
import type { PlaceNow } from "../find-decay.ts";

const FILE = ".gitea/workflows/ci.yml";
export const TEST = "tests/e2e/test_x.sh";
export const [E2E, SMOKE] = [`${FILE}:e2e`, `${FILE}:smoke`];
export const TEXT = `name: ci
on: pull_request
jobs:
  e2e:
    steps:
      - run: bash ${TEST}
  smoke:
    steps:
      - run: bash ${TEST}
`;
export const MASKED = TEXT.replace(TEST, `${TEST} || true`);

const read = (text: string) => readGates([{ path: FILE, text }]).gates;
const shown = (gate: string, rung: Rung) => ({
  rule: "r",
  rung,
  path: TEST,
  gate,
  note: "",
});
export const rungsOf = (gate: string, ...rungs: Rung[]) =>
  rungs.map((rung) => ({ ...shown(gate, rung), repositoryId: 1 }));
export const ALL: Rung[] = ["gated", "executed", "blocking"];

export const before = (evidence = rungsOf(E2E, ...ALL), rung: Rung = "blocking"): ItemBefore => ({
  naturalKey: "fix:1:7",
  rung,
  evidence,
});

export const item = (standing: Partial<Standing>): JudgedItem => ({
  naturalKey: "fix:1:7",
  kind: "fix",
  population: "fix",
  repositoryId: 1,
  alias: "core",
  number: 7,
  title: "fix: a",
  author: null,
  url: null,
  labels: [],
  enteredAt: new Date(0),
  fixKind: "fix",
  takenBack: false,
  why: [],
  standing: { rung: "tested", missed: "gated", unknownAbove: null, evidence: [], ...standing },
  resolution: null,
  verdicts: new Map(),
  paths: ["src/a.go", TEST],
});

export const place = (text: string, more: Partial<PlaceNow> = {}): PlaceNow => ({
  id: 1,
  defaultBranch: "main",
  gatesRead: known(read(text)),
  followed: true,
  required: known(new Map()),
  ...more,
});

export const mapped = (text: string) => new Map(read(text).map((gate) => [gateRef(gate), gate]));
