import type { ChangedFile } from "#/lib/facts/changed-file.ts";
import type { Known } from "#/lib/facts/known.ts";
import type { PolicyRules } from "../policy.ts";
import { claimsFix } from "./claims-fix.ts";
import { readTitle } from "./read-title.ts";
import { sortPath } from "./sort-path.ts";

export const FIX_KINDS = [
  "fix",
  "test_only",
  "docs_only",
  "workflow_only",
  "dependency",
  "revert",
  "refactor",
  "feature",
  "other",
] as const;

export type FixKind = (typeof FIX_KINDS)[number];

export type Classification = {
  /** Null when the list of changed files is missing and would decide. */
  readonly isFix: boolean | null;
  readonly kind: FixKind;
  /** Each rule that fired, as `rule: reason`. */
  readonly why: readonly string[];
};

type Change = {
  readonly title: string;
  readonly labels: readonly string[];
  readonly files: Known<readonly ChangedFile[]>;
  readonly rules: Pick<PolicyRules, "ciCountsAsProduct">;
};

const REVERT = /^\s*revert(ed|ing|s)?\b(?!-)/i;
const DEPENDENCY_SCOPE = /^deps(-dev|-optional)?$|^dependenc(y|ies)$/i;
const DEPENDENCY_TITLE = /^(bump|upgrade)\s+\S+.*\bfrom\s+\S+\s+to\s+\S+|^update dependency\b/i;

const KIND_OF_TYPE: Readonly<Record<string, FixKind>> = {
  feat: "feature",
  feature: "feature",
  refactor: "refactor",
  style: "refactor",
  docs: "docs_only",
  doc: "docs_only",
  test: "test_only",
  tests: "test_only",
  ci: "workflow_only",
};

const KIND_OF_SCOPE: Readonly<Record<string, FixKind>> = {
  ci: "workflow_only",
  cd: "workflow_only",
  workflow: "workflow_only",
  workflows: "workflow_only",
  test: "test_only",
  tests: "test_only",
  e2e: "test_only",
  doc: "docs_only",
  docs: "docs_only",
};

/** Whether a merged pull request repairs a defect, and what it is otherwise; `isFix` is null only where the missing file list would decide. */
export function classifyFix(change: Change): Classification {
  const dismissed = dismissedByTitle(change.title);
  if (dismissed) return { isFix: false, ...dismissed };

  const claim = claimsFix(change.title, change.labels);
  const only = change.files.known ? onlyTouches(change.files.value) : null;
  if (claim === null) return { isFix: false, ...notClaimed(change.title, only) };

  if (only?.kind === "workflow_only" && change.rules.ciCountsAsProduct) {
    return { isFix: true, kind: "fix", why: [claim, "ci-is-product: the policy counts CI code"] };
  }
  if (only) return { isFix: false, kind: only.kind, why: [claim, only.why] };
  const scoped = change.rules.ciCountsAsProduct ? null : kindOfScope(change.title);
  if (scoped) return { isFix: false, kind: scoped, why: [claim, `title-scope: ${scoped}`] };
  if (!change.files.known) {
    return { isFix: null, kind: "fix", why: [claim, `files-unknown: ${change.files.why}`] };
  }
  return { isFix: true, kind: "fix", why: [claim] };
}

function dismissedByTitle(title: string): Pick<Classification, "kind" | "why"> | null {
  const { type, scope, subject } = readTitle(title);
  if (REVERT.test(title)) return { kind: "revert", why: ["revert: the title says so"] };
  if (type === "deps" || DEPENDENCY_SCOPE.test(scope ?? "") || DEPENDENCY_TITLE.test(subject)) {
    return { kind: "dependency", why: ["dependency: the title updates a dependency"] };
  }
  return null;
}

function notClaimed(
  title: string,
  only: { readonly kind: FixKind; readonly why: string } | null,
): Pick<Classification, "kind" | "why"> {
  const reason = "no-claim: neither title nor labels present it as a fix";
  if (only) return { kind: only.kind, why: [reason, only.why] };
  const { type, subject } = readTitle(title);
  const kind = KIND_OF_TYPE[type ?? ""] ?? kindOfWords(subject);
  return { kind, why: [reason] };
}

function kindOfWords(subject: string): FixKind {
  if (/^(add|implement|introduce|support)s?\b/i.test(subject)) return "feature";
  return /^(refactor|rename|clean ?up|simplify)/i.test(subject) ? "refactor" : "other";
}

function kindOfScope(title: string): FixKind | null {
  return KIND_OF_SCOPE[(readTitle(title).scope ?? "").toLowerCase()] ?? null;
}

/** The kind of a change that touches nothing but tests, documents, CI code or locked versions; null for a mixed one and for an empty one. */
function onlyTouches(
  files: readonly ChangedFile[],
): { readonly kind: FixKind; readonly why: string } | null {
  const sorts = new Set(files.map((file) => sortPath(file.path)));
  const within = (...allowed: readonly string[]) =>
    [...sorts].every((sort) => allowed.includes(sort));
  if (sorts.size === 0) return null;
  if (within("docs")) return { kind: "docs_only", why: "docs-only: it touches only documents" };
  if (within("test", "docs")) return { kind: "test_only", why: "test-only: it touches only tests" };
  if (within("ci", "test", "docs")) {
    return { kind: "workflow_only", why: "workflow-only: it touches only CI code" };
  }
  if (sorts.has("lock") && within("lock", "manifest")) {
    return { kind: "dependency", why: "lock-only: it touches only locked versions" };
  }
  return null;
}
