import type { FixRule } from "#/lib/coverage/fix/fix-rule.ts";
import { PolicyRules } from "#/lib/coverage/policy.ts";
import { db } from "./db.ts";

/** The rules on fixes of every program at work that has a repository in scope, a list for each that has any. */
export async function loadFixRules(repositoryId: number): Promise<readonly (readonly FixRule[])[]> {
  const rows = await db.programRepository.findMany({
    where: { repositoryId, program: { archivedAt: null } },
    select: { program: { select: { policies: { orderBy: { version: "desc" }, take: 1 } } } },
  });
  return rows
    .flatMap(({ program }) => program.policies)
    .map(({ rules }) => PolicyRules.parse(rules).fixRules)
    .filter((rules) => rules.length > 0);
}
