import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { scratchClone } from "#/lib/forge/git/testing/scratch-clone.ts";
import type { GateLabel, Label } from "../label.ts";

const GO = (name: string, body: string) =>
  `package shop\n\nimport "testing"\n\nfunc Test${name}(t *testing.T) {\n${body}\n}\n`;

const WORKFLOW = `on: pull_request
jobs:
  unit:
    steps:
      - run: go test ./src/...
  e2e:
    steps:
      - run: bash tests/e2e/test_pay.sh || true
  notes:
    steps:
      - run: echo done
`;

const source = (price: number) =>
  `package shop\n\nfunc Price() int {\n\treturn ${price}\n}\n\nfunc Pay() bool {\n\treturn Price() > 0\n}\n`;

/** A folder of clones with one clone, `acme/shop`, whose pull requests and jobs are known, to be labelled in a test. */
export function labelledClone() {
  const scratch = scratchClone();
  const clones = mkdtempSync(join(tmpdir(), "gateline-eval-"));
  mkdirSync(join(clones, "acme"));
  symlinkSync(scratch.directory, join(clones, "acme", "shop"));
  scratch.write("src/price.go", source(1));
  scratch.write(".github/workflows/ci.yml", WORKFLOW);
  scratch.commit("feat(shop): prices (#1)");
  scratch.write("src/price.go", source(2));
  const untested = scratch.commit("fix(shop): the price was too low (#2)");
  scratch.write("src/price.go", source(3));
  const failing = '\tif Price() != 3 {\n\t\tt.Fatal("price")\n\t}';
  scratch.write("src/price_test.go", GO("Price", failing));
  scratch.commit("fix(shop): the price was still too low (#3)");
  scratch.write("docs/price.md", "Prices.");
  scratch.commit("docs: prices (#4)");
  scratch.write("src/price.go", source(4));
  const script = '#!/bin/sh\nout=$(./shop Pay)\ntest "$out" = paid || exit 1\n';
  scratch.write("tests/e2e/test_pay.sh", script);
  scratch.commit("fix(shop): Pay refused everything (#5)");
  return {
    clones,
    untested,
    write(name: string, text: string): string {
      const file = join(clones, name);
      writeFileSync(file, text);
      return file;
    },
    [Symbol.dispose](): void {
      rmSync(clones, { recursive: true, force: true });
      scratch[Symbol.dispose]();
    },
  };
}

/** A label of a pull request of that clone: no fix and without a test, unless told otherwise. */
export const label = (number: number, more: Partial<Label> = {}): Label => ({
  repo: "acme/shop",
  number,
  title: `pull request ${number}`,
  isFix: false,
  kind: "other",
  test: "none",
  exercisesFix: false,
  traps: [],
  why: "",
  weight: 1,
  ...more,
});

/** A label of a job of that clone. */
export const gateLabel = (job: string, more: Partial<GateLabel> = {}): GateLabel => ({
  repo: "acme/shop",
  workflow: ".github/workflows/ci.yml",
  job,
  kind: "unit",
  masked: false,
  testPaths: [],
  runsOnPullRequest: true,
  ...more,
});

export const lines = (labels: readonly Label[]): string =>
  labels.map((each) => JSON.stringify(each)).join("\n");
