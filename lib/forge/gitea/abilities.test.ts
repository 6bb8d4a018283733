import { describe, expect, test } from "vitest";
import { abilitiesOf } from "./abilities.ts";
import { limitsOf } from "./limits-of.ts";

const FORGEJO_16 = "16.0.1+gitea-1.22.0";
const FORGEJO_11 = "11.0.3+gitea-1.22.0";

describe("what a version can do", () => {
  test.each([
    ["1.22.6", { runs: null, pullsMax: 20, batches: false, sendsChecks: false }],
    ["1.23.0", { runs: "tasks", pullsMax: 20, batches: false, sendsChecks: false }],
    ["1.23.6", { runs: "tasks", pullsMax: 50, batches: false }],
    ["1.24.0", { runs: "tasks", pullsMax: 50, batches: null }],
    ["1.25.5", { runs: "runs", leansRuns: false, tellsSteps: false, sendsChecks: true }],
    ["1.26.0+dev-12-g0a1b2c3", { runs: "runs", leansRuns: false, tellsSteps: false }],
    ["1.27.0", { runs: "runs", leansRuns: true, tellsSteps: true, batches: null }],
    ["v2.0.0", { runs: "runs", leansRuns: true, tellsSteps: true }],
    [FORGEJO_16, { isForgejo: true, runs: "forgejo", pullsMax: 50, batches: false }],
    [FORGEJO_11, { isForgejo: true, runs: "tasks", pullsMax: 50, sendsChecks: false }],
    ["7.0.0-dev-3-gabc+gitea-1.22.0", { isForgejo: true, runs: "tasks" }],
    ["development", { runs: "runs", leansRuns: true, batches: null }],
  ])("%s", (version, expected) => {
    expect(abilitiesOf(version, 50)).toMatchObject({ version, ...expected });
  });

  test("a page is never larger than the server gives", () => {
    expect(abilitiesOf("1.22.6", 10)).toMatchObject({ pageMax: 10, pullsMax: 10 });
  });
});

describe("what is missing is told with what it costs", () => {
  const of = (version: string, pageMax = 50) => limitsOf(abilitiesOf(version, pageMax)).join("\n");
  test.each([
    ["1.22.6", /No runs API before 1\.25: the rung executed is read from statuses/],
    ["1.22.6", /slow before 1\.23\.6: they are read 20 rows at a time/],
    ["1.22.6", /No batches of files.*a request of its own/],
    ["1.23.6", /each of them counts as a run of its own/],
    ["1.25.5", /steps are not read/],
    [FORGEJO_16, /no steps and no times of jobs/],
    [FORGEJO_16, /no webhooks for statuses and runs: they are read on a timer/],
    [FORGEJO_11, /each of them counts as a run of its own/],
  ])("%s: %s", (version, sentence) => {
    expect(of(version)).toMatch(sentence);
  });

  test("nothing is missing in the newest, and small pages are told with their size", () => {
    expect(of("1.27.0")).toBe("");
    expect(of("1.27.0", 20)).toMatch(/at most 20 rows a page/);
    expect(of("1.22.6", 20)).not.toMatch(/rows at a time/);
  });
});
