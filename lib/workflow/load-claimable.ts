import { PolicyRules } from "#/lib/coverage/policy.ts";
import { AppError } from "#/lib/errors.ts";
import { gapName } from "#/lib/format.ts";
import type { Tx } from "#/lib/store/db.ts";

/** Refuses an item that does not exist, that left the program's scope, whose program is archived, or that is already covered or waived at the policy's rung: there is no gap to work on. Gives the policy of its program. */
export async function loadClaimable(tx: Tx, itemId: number): Promise<PolicyRules> {
  const item = await tx.item.findUnique({
    where: { id: itemId },
    include: {
      verdicts: true,
      program: { include: { policies: { orderBy: { version: "desc" }, take: 1 } } },
    },
  });
  if (!item) throw new AppError("not_found", `There is no ${gapName(itemId)}.`);
  if (item.program.archivedAt !== null) {
    throw new AppError("conflict", `${item.program.name} is archived: its gaps are not worked on.`);
  }
  if (item.verdicts.length === 0) {
    throw new AppError(
      "conflict",
      `${gapName(itemId)} is not in the scope of ${item.program.name} any more: there is nothing to claim.`,
    );
  }
  const rules = PolicyRules.parse(item.program.policies[0]?.rules);
  const { rung } = rules;
  const verdict = item.verdicts.find(({ measure }) => measure === rung)?.verdict;
  if (verdict === "covered" || verdict === "waived") {
    throw new AppError(
      "conflict",
      `${gapName(itemId)} is ${verdict} at "${rung}": there is nothing left to claim.`,
    );
  }
  return rules;
}
