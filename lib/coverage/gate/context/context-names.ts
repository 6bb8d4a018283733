import { interpolate, replaceExpressions } from "../condition.ts";
import type { Gate } from "../gate.ts";
import type { ForgeKind } from "../workflow-directory.ts";
import type { CheckName } from "./check-name.ts";
import { contextFits } from "./context-glob.ts";
import type { Combination } from "./matrix.ts";

/** A context that a job produces; where only a run knows a part of it that part is `*`. */
export type ContextName = { readonly text: string; readonly whole: boolean };

// Other events start jobs that post no status on a commit.
const POSTS_STATUS =
  /^(push|pull_request|pull_request_target|pull_request_review|pull_request_review_comment|release)$/;
const UNKNOWN = "*";
const NAMES_MAX = 1000;

/** The contexts that a job produces on a forge, one for each combination of its matrix. Source: check runs of GitHub carry the job's name, with `caller / ` in front; Gitea and Forgejo post `workflow / job (event)`. */
export function contextNames(
  gate: Pick<Gate, "workflow" | "workflowName" | "triggers" | "checkName" | "calls">,
  forge: ForgeKind,
): readonly ContextName[] {
  const names = namesOf(gate.checkName, forge);
  // On GitHub a job that calls a file reports its callees' checks, and itself only when it is skipped.
  if (forge === "github" || forge === "git") return gate.calls === null ? names.map(toContext) : [];
  const file = gate.workflow.replace(/^.*\//, "");
  const name = gate.workflowName?.trim() ?? "";
  // A workflow without a name goes by its file, and up to 1.26 by nothing.
  const workflows = name === "" ? [`${file} / `, "/ "] : [`${name} / `];
  const events = gate.triggers.filter((event) => POSTS_STATUS.test(event));
  return workflows.flatMap((workflow) =>
    names.flatMap((job) => events.map((event) => toContext(`${workflow}${job} (${event})`))),
  );
}

const toContext = (text: string): ContextName => {
  const whole = replaceExpressions(text, () => UNKNOWN);
  return { text: whole.trim(), whole: whole === text && !text.includes(`(${UNKNOWN})`) };
};

function namesOf(check: CheckName, forge: ForgeKind): readonly string[] {
  const callers = check.caller === null ? [""] : namesOf(check.caller, forge);
  const own = check.matrix.known
    ? check.matrix.value.map((combination) => nameOf(check, combination, forge))
    : [unresolved(check)];
  const names = callers.flatMap((caller) =>
    own.map((name) => (caller === "" ? name : `${caller} / ${name}`)),
  );
  return names.slice(0, NAMES_MAX);
}

function nameOf({ name, job }: CheckName, combination: Combination, forge: ForgeKind): string {
  const values = new Map([...combination].map(([key, value]) => [`matrix.${key}`, value]));
  if (name?.includes("${{")) return interpolate(name, values);
  // Forgejo leaves a name that somebody chose as it is.
  if (combination.size === 0 || (forge === "forgejo" && name !== null)) return name ?? job;
  const shown = [...combination];
  if (forge === "gitea" || forge === "forgejo") shown.sort(([a], [b]) => (a < b ? -1 : 1));
  return `${name ?? job} (${shown.map(([, value]) => value).join(", ")})`;
}

const unresolved = ({ name, job }: CheckName): string =>
  name?.includes("${{") ? name : `${name ?? job} (${UNKNOWN})`;

/** Whether a required context stands for one that a job produces: the same text on GitHub, a pattern on Gitea and Forgejo. */
export function isProduced(required: string, produced: ContextName, forge: ForgeKind): boolean {
  if (required === produced.text) return true;
  if (!produced.whole && contextFits(produced.text.replace(/[\\[\]{}?]/g, "\\$&"), required))
    return true;
  return forge !== "github" && forge !== "git" && contextFits(required, produced.text);
}
