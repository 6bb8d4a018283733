import { policyProblems, sayProblem } from "#/lib/coverage/policy/problems.ts";
import { PolicyRules } from "#/lib/coverage/policy.ts";
import { AppError } from "#/lib/errors.ts";

const TOLD_MAX = 5;

/** A document as rules; throws AppError invalid that says where it is wrong and what to do. */
export function requireRules(document: unknown): PolicyRules {
  const parsed = PolicyRules.safeParse(document);
  if (parsed.success) return parsed.data;
  const problems = policyProblems(parsed.error).map(sayProblem);
  const more = problems.length - TOLD_MAX;
  const told = problems.slice(0, TOLD_MAX).join(" · ");
  throw new AppError(
    "invalid",
    `The rules are not valid. ${told}${more > 0 ? ` · and ${more} more` : ""}`,
  );
}
