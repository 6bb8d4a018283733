import { requirePermission } from "#/lib/auth/permissions.ts";
import { PolicyRules } from "#/lib/coverage/policy.ts";
import { AppError } from "#/lib/errors.ts";
import { inTransaction, type JsonInput } from "#/lib/store/db.ts";
import { recordDecision } from "#/lib/store/record-decision.ts";
import { requireTimeZone } from "./require-time-zone.ts";
import type { Verb } from "./verb.ts";

export type NewProgram = {
  readonly slug: string;
  readonly name: string;
  readonly mandate?: string | undefined;
  readonly mandateBy?: string | undefined;
  readonly fixesSince: Date;
  readonly timeZone: string;
  readonly rules: PolicyRules;
  readonly sample?: boolean | undefined;
  readonly standsAt?: Date | undefined;
  readonly tracking?: { readonly alias: string; readonly issue: number } | undefined;
  readonly baseline?: JsonInput | undefined;
  /** What was promised in words; absent where nobody wrote it down. */
  readonly charter?: JsonInput | undefined;
};

/** Makes a program with the first version of its policy; the address (slug) is taken once and for ever. */
export async function addProgram({ ctx, input }: Verb<NewProgram>): Promise<number> {
  requirePermission(ctx.actor, "program.manage");
  requireTimeZone(input.timeZone);
  const rules = PolicyRules.parse(input.rules);
  return inTransaction(async (tx) => {
    if (await tx.program.findUnique({ where: { slug: input.slug } })) {
      throw new AppError(
        "conflict",
        `There is a program at ${input.slug} already. Choose another address.`,
      );
    }
    const { tracking, rules: _, baseline, charter, ...fields } = input;
    const row = await tx.program.create({
      data: {
        slug: fields.slug,
        name: fields.name,
        mandate: fields.mandate ?? null,
        mandateBy: fields.mandateBy ?? null,
        fixesSince: fields.fixesSince,
        timeZone: fields.timeZone,
        sample: fields.sample ?? false,
        standsAt: fields.standsAt ?? null,
        trackingRepository: tracking?.alias ?? null,
        trackingIssue: tracking?.issue ?? null,
        ...(baseline === undefined ? {} : { baseline }),
        ...(charter === undefined ? {} : { charter }),
        policies: { create: { version: 1, rules, createdAt: ctx.now, actorId: ctx.actor.id } },
      },
    });
    await recordDecision(tx, {
      at: ctx.now,
      actorId: ctx.actor.id,
      verb: "program.add",
      subject: `program:${input.slug}`,
      after: { name: input.name, policy: rules.name },
    });
    return row.id;
  });
}
