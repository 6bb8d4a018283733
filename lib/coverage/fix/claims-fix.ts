import { readTitle } from "./read-title.ts";

const FIX_TYPE = /^(fix|fixes|fixed|bug|bugfix|bug-fix|hotfix)$/;
const FIX_START = /^(?:\[[^\]]*\]\s*)*(fix(e[sd]|ing)?|bug[ -]?fix|hotfix)\b/i;
const RESOLVES = /^(?:\[[^\]]*\]\s*)*resolve[sd]?\s+(?:[\w./-]+)?#\d+/i;
const BUG_LABEL = /(^|[\s:/-])(bug|bugfix)$/i;

/** Why a pull request presents itself as a fix, as `rule: reason`; null when neither its title nor its labels do. */
export function claimsFix(title: string, labels: readonly string[]): string | null {
  const { type, subject } = readTitle(title);
  if (type !== null && FIX_TYPE.test(type)) return `title-type: the title's type is ${type}`;
  // A conventional title says what the change is; a label on it is about the issue behind.
  if (type !== null) return null;
  if (FIX_START.test(subject)) return "title-start: the title starts with a word for fixing";
  if (RESOLVES.test(subject)) return "title-resolves: the title says that it resolves an issue";
  const label = labels.find((name) => BUG_LABEL.test(name.trim()));
  return label === undefined ? null : `label: it is labelled ${label}`;
}
