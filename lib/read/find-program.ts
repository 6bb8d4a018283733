import { PolicyRules } from "#/lib/coverage/policy.ts";
import { AppError } from "#/lib/errors.ts";
import { db } from "#/lib/store/db.ts";

/** A program with its newest policy, for the questions of this room. */
export async function findProgramOrThrow(slug: string) {
  const program = await db.program.findUnique({
    where: { slug },
    include: { policies: { orderBy: { version: "desc" }, take: 1 } },
  });
  const policy = program?.policies[0];
  if (!program || !policy) throw new AppError("not_found", `There is no program at ${slug}.`);
  return {
    ...program,
    policy: { version: policy.version, rules: PolicyRules.parse(policy.rules) },
  };
}

export type FoundProgram = Awaited<ReturnType<typeof findProgramOrThrow>>;
