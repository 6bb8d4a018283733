import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { makeHistory } from "./make-history.ts";
import { atMost, type Measurement, notMeasured } from "./measurement.ts";
import { timeGitLog } from "./time-git-log.ts";
import { timeProcess } from "./time-process.ts";

export const AUDIT_ROW = "audit_vs_git_log_ratio";
const PULL_REQUESTS = 3000;
const GOAL = 0.5;
const gateline = join(import.meta.dirname, "../bin/gateline.mjs");

/** The whole audit of a clone against git showing the patches of as many commits, both warm; without a clone one is made. */
export async function measureAudit(
  clone: string | null,
  say: (step: string) => void,
): Promise<Measurement> {
  if (clone !== null) return compare(resolve(clone), say);
  const directory = mkdtempSync(join(tmpdir(), "gateline-bench-"));
  try {
    say(`making a history of ${PULL_REQUESTS} pull requests`);
    await makeHistory(directory, PULL_REQUESTS);
    return await compare(directory, say);
  } finally {
    rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function compare(clone: string, say: (step: string) => void): Promise<Measurement> {
  say("auditing it, four times");
  const args = ["audit", clone, "--limit", String(PULL_REQUESTS), "--format", "json"];
  const audit = await timeProcess(process.execPath, [gateline, ...args], process.env);
  if (typeof audit !== "number")
    return notMeasured(AUDIT_ROW, `the audit ended with ${audit.status}`);
  say("showing its patches with git log, four times");
  const log = await timeGitLog(clone, PULL_REQUESTS);
  const figures = `audit ${audit.toFixed(2)} s, git log ${log.seconds.toFixed(2)} s`;
  const note = log.note === "" ? figures : `${figures}, ${log.note}`;
  return atMost(AUDIT_ROW, audit / log.seconds, GOAL, "", note);
}
