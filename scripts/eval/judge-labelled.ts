import { runAudit } from "#/lib/cli/audit/run-audit.ts";
import { runGit } from "#/lib/forge/git/git.ts";
import type { AuditDocument, AuditItem } from "#/lib/report/audit-document.ts";
import type { Label } from "./label.ts";

/** A label beside what the engine says of the same pull request. */
export type Judged = { readonly label: Label; readonly item: AuditItem };
export type NotMeasured = { readonly label: Label; readonly reason: string };

export type Labelled = {
  readonly head: string;
  readonly judged: readonly Judged[];
  /** Never counted as right, nor as wrong. */
  readonly notMeasured: readonly NotMeasured[];
};

type Say = (sentence: string) => void;

// A copy is judged beside its original, a revert beside what it takes back, and both came before it.
const BEFORE_MS = 90 * 86_400_000;

/** Audits a clone by the command's own function, some way further back than its labels go, and lays each label beside its pull request. */
export async function judgeLabelled(
  directory: string,
  labels: readonly Label[],
  say: Say,
): Promise<Labelled> {
  const oldest = await oldestMerge(directory, labels);
  if (oldest === null) return pairUp(labels, await audit(directory, null, say));
  const since = new Date(oldest.getTime() - BEFORE_MS);
  const document = await audit(directory, since, say);
  const numbers = new Set(document.items.map(({ number }) => number));
  const absent = labels.filter(({ number }) => !numbers.has(number)).length;
  if (absent === 0) return pairUp(labels, document);
  say(
    `${absent} labelled pull requests are not among those since ${since.toISOString()}: the whole history is read.`,
  );
  return pairUp(labels, await audit(directory, null, say));
}

const audit = (directory: string, since: Date | null, onProgress: Say) =>
  runAudit({
    directory,
    since,
    until: null,
    limit: null,
    policy: "audit",
    now: new Date(),
    onProgress,
  });

/** Null, which is all of the history, when a label does not tell its commit or the clone does not have it. */
async function oldestMerge(directory: string, labels: readonly Label[]): Promise<Date | null> {
  const shas = labels.flatMap(({ sha }) => sha ?? []);
  if (shas.length < labels.length || shas.length === 0) return null;
  const args = ["log", "--no-walk=unsorted", "--format=%ct", "--stdin"];
  const input = shas.map((sha) => `${sha}\n`).join("");
  const shown = await runGit({ directory, args, input }).catch(() => null);
  const seconds = (shown ?? "").trim().split("\n").map(Number);
  return shown === null || seconds.some(Number.isNaN)
    ? null
    : new Date(seconds.reduce((one, other) => Math.min(one, other)) * 1000);
}

function pairUp(labels: readonly Label[], { head, items }: AuditDocument): Labelled {
  const byNumber = new Map(items.map((item) => [item.number, item]));
  const judged: Judged[] = [];
  const notMeasured: NotMeasured[] = [];
  for (const label of labels) {
    const item = byNumber.get(label.number);
    if (!item) {
      notMeasured.push({ label, reason: "the clone has no merged pull request of this number" });
    } else if (label.sha && !item.sha.startsWith(label.sha)) {
      const reason = `the label is for ${label.sha}, the engine's merge is ${item.sha}`;
      notMeasured.push({ label, reason });
    } else judged.push({ label, item });
  }
  return { head, judged, notMeasured };
}
