import type { ChangedFile } from "#/lib/facts/changed-file.ts";
import type { Known } from "#/lib/facts/known.ts";
import type { Step } from "../step.ts";
import { changesNothing } from "./changes-nothing.ts";
import { type Claim, claimsFix } from "./claims-fix.ts";
import type { ClosedDefect } from "./closed-defects.ts";
import { findFixRule } from "./find-fix-rule.ts";
import type { FixKind } from "./fix-kind.ts";
import type { FixRule } from "./fix-rule.ts";
import { kindWithoutClaim } from "./kind-without-claim.ts";
import { onlyTouches } from "./only-touches.ts";
import { readTitle } from "./read-title.ts";
import { repairTarget } from "./repair-target.ts";
import { isProductCode, sortPath } from "./sort-path.ts";

export type Classification = {
  /** Null when the list of changed files is missing and would decide. */
  readonly isFix: boolean | null;
  readonly kind: FixKind;
  /** Each rule that fired, in order. */
  readonly steps: readonly Step[];
};

export type Change = {
  readonly title: string;
  readonly labels: readonly string[];
  readonly headRef: string | null;
  readonly closes?: ClosedDefect | null;
  readonly files: Known<readonly ChangedFile[]>;
  readonly rules: {
    readonly ciCountsAsProduct: boolean;
    /** A program's own rules, which win over the general ones; absent where no program is asked. */
    readonly fixRules?: readonly FixRule[];
  };
};

const REVERT = /^revert(ed|ing|s)?\b(?!-)/i;
const PROMOTION =
  /^(merge|sync|promote|back-?merge)\s+(branch\s+)?['"]?(main|master|staging|dev(elop)?|next|prod(uction)?|release)\S*\s+(in)?(to|→|->)\s+\S+|^(main|master|staging|dev(elop)?|next|prod(uction)?|release\S*)\s*(→|->)\s*\w+|\bpromote\b.{0,80}(\bto|→|->)\s*(main|master|production)\b/i;
const DEPENDENCY_SCOPE = /^deps(-dev|-optional)?$|^dependenc(y|ies)$/i;
const DEPENDENCY_TITLE =
  /^(bump|upgrade)\s+\S+.*\bfrom\s+\S+\s+to\s+\S+|^update dependency\b|^bump\s+\S+\s+to\s+\S+|\b(bump|upgrade|update)\b.*\bto fix (CVE|GHSA)-/i;

/** Whether a merged pull request repairs a defect, and what it is otherwise: by the first of the program's own rules that applies, else by the general ones; `isFix` is null only where the missing file list would decide. */
export function classifyFix(change: Change): Classification {
  const general = classifyInGeneral(change);
  const found = findFixRule(change.rules.fixRules ?? [], change);
  if (!found) return general;
  const { isFix, reason } = found.rule;
  const says = isFix ? "counts as a fix" : "is no fix";
  const note = `rule ${found.place} of the policy says that it ${says}: ${reason}`;
  const kind = isFix ? "fix" : general.kind === "fix" ? "other" : general.kind;
  return { isFix, kind, steps: [...general.steps, toStep({ rule: "policy-rule", note })] };
}

function classifyInGeneral(change: Change): Classification {
  const { title, files } = change;
  const dismissed = dismissedByTitle(title);
  if (dismissed) return no(dismissed.kind, [dismissed]);

  const claim = claimsFix(change);
  const only = files.known ? onlyTouches(files.value) : null;
  if (claim === null) {
    const reason = {
      rule: "no-claim",
      note: "neither title, labels nor branch present it as a fix",
    };
    return no(only?.kind ?? kindWithoutClaim(title), [reason, ...(only ? [only] : [])]);
  }
  const ciCounts = change.rules.ciCountsAsProduct;
  if (only?.kind === "workflow_only" && ciCounts) {
    return yes([claim, { rule: "ci-is-product", note: "the policy counts CI code" }]);
  }
  if (only) return no(only.kind, [claim, only]);
  const touchesCode = files.known && files.value.some(({ path }) => isProductCode(path));
  const target = repairTarget(title, touchesCode || !files.known);
  if (target && !(ciCounts && target.kind === "workflow_only")) {
    return no(target.kind, [claim, { rule: "repairs-something-else", note: target.note }]);
  }
  if (!files.known) {
    const missing = { rule: "files-unknown", note: files.why };
    return { isFix: null, kind: "fix", steps: [claim, missing].map(toStep) };
  }
  return byEdits(claim, title, files.value);
}

function byEdits(claim: Claim, title: string, files: readonly ChangedFile[]): Classification {
  const nothing = changesNothing(files);
  if (nothing) return no(nothing.kind, [claim, nothing]);
  if (touchesEnough(claim.needs, files)) return yes([claim]);
  const note = `such a title is believed only where the change touches ${claim.needs}`;
  return no(kindWithoutClaim(title), [claim, { rule: "claim-too-weak", note }]);
}

function touchesEnough(needs: Claim["needs"], files: readonly ChangedFile[]): boolean {
  if (needs === "nothing") return true;
  if (!files.some(({ path }) => isProductCode(path))) return false;
  return needs === "code" || files.some(({ path }) => sortPath(path) === "test");
}

function dismissedByTitle(title: string): (Reason & { readonly kind: FixKind }) | null {
  const { type, scope, subject } = readTitle(title);
  if (REVERT.test(type ?? subject)) {
    return { kind: "revert", rule: "revert", note: "the title says so" };
  }
  if (PROMOTION.test(subject)) {
    const note = "it carries what was merged before to another branch";
    return { kind: "other", rule: "promotion", note };
  }
  if (type === "deps" || DEPENDENCY_SCOPE.test(scope ?? "") || DEPENDENCY_TITLE.test(subject)) {
    return { kind: "dependency", rule: "dependency", note: "the title updates a dependency" };
  }
  return null;
}

type Reason = { readonly rule: string; readonly note: string };

const toStep = ({ rule, note }: Reason): Step => ({
  about: "fix",
  rule,
  note,
  path: null,
  line: null,
});

const yes = (reasons: readonly Reason[]): Classification => ({
  isFix: true,
  kind: "fix",
  steps: reasons.map(toStep),
});

const no = (kind: FixKind, reasons: readonly Reason[]): Classification => ({
  isFix: false,
  kind,
  steps: reasons.map(toStep),
});
