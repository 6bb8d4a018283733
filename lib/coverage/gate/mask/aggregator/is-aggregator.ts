import { listOf } from "../../read-triggers.ts";
import { readScript } from "../../shell/read-script.ts";
import type { Script } from "../../shell/script.ts";
import { scriptsOf, simplesOf } from "../../shell/simples-of.ts";
import { stepsOf } from "../../steps-of.ts";
import { literal } from "../shell/expand.ts";
import { DECIDING_ACTION } from "./concludes.ts";

type Fields = Readonly<Record<string, unknown>>;

// Commands that look at results and say something; a job that does more than that is no aggregator.
const DECIDES =
  /^(echo|printf|exit|true|false|:|test|\[|set|shift|local|declare|export|readonly|read|break|continue|return|[ef]?grep|jq|cat|tr|sed|cut|sort|uniq|head|tail|wc|date|sleep|awk|tee)$/;
const PREPARES = /^(actions\/checkout|step-security\/harden-runner)@/;
const READS_RESULTS = /\bneeds\.[\w*-]+\.result\b|\btoJSON\(\s*needs\b/i;
const SPEAKS_FOR_ALL =
  /(^|[^a-z])(all|ok|pass|passed|passing|success|succeeded|green|gate|required|complete|completed|done|status|result|results|conclusion|summary)([^a-z]|$)/i;

/** Whether a job only passes on how the jobs ended that it needs, so that its one check can stand for theirs. */
export function isAggregator(id: string, job: Fields): boolean {
  const steps = stepsOf(job);
  if (listOf(job["needs"]).length === 0 || steps.length === 0) return false;
  if (!steps.every(decides)) return false;
  const written = JSON.stringify([job["if"], job["env"], job["steps"]]);
  const names = [id, listOf(job["name"])[0] ?? ""];
  return (
    READS_RESULTS.test(written) ||
    (job["outputs"] === undefined && names.some((name) => SPEAKS_FOR_ALL.test(name)))
  );
}

function decides(step: Fields): boolean {
  const [action] = listOf(step["uses"]);
  if (action !== undefined) return DECIDING_ACTION.test(action) || PREPARES.test(action);
  const [text] = listOf(step["run"]);
  const script = text === undefined ? [] : readScript(text);
  return script !== null && onlyDecides(script);
}

const onlyDecides = (script: Script): boolean =>
  simplesOf(script).every(
    (simple) =>
      (simple.words.length === 0 || DECIDES.test(literal(simple.words[0]) ?? "")) &&
      scriptsOf(simple).every(onlyDecides),
  );
