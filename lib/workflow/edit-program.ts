import { requirePermission } from "#/lib/auth/permissions.ts";
import { enqueue } from "#/lib/jobs/queue.ts";
import { inTransaction, type JsonInput } from "#/lib/store/db.ts";
import { recordDecision } from "#/lib/store/record-decision.ts";
import { lockProgram } from "./lock-program.ts";
import { requireTimeZone } from "./require-time-zone.ts";
import type { Verb } from "./verb.ts";

export type ProgramEdit = {
  readonly slug: string;
  readonly name?: string | undefined;
  readonly mandate?: string | undefined;
  readonly fixesSince?: Date | undefined;
  readonly timeZone?: string | undefined;
};

/** Changes what a program says of itself and what is in its scope; everything is judged anew. Throws AppError conflict for a program in the archive. Its policy has a verb of its own. */
export async function editProgram({ ctx, input }: Verb<ProgramEdit>): Promise<void> {
  requirePermission(ctx.actor, "program.manage");
  if (input.timeZone !== undefined) requireTimeZone(input.timeZone);
  const programId = await inTransaction(async (tx) => {
    const program = await lockProgram(tx, input.slug);
    const { name, mandate, fixesSince, timeZone } = program;
    const wanted = {
      name: input.name,
      mandate: input.mandate,
      fixesSince: input.fixesSince,
      timeZone: input.timeZone,
    };
    const data = Object.fromEntries(
      Object.entries(wanted).filter(([, value]) => value !== undefined),
    );
    await tx.program.update({ where: { id: program.id }, data });
    await recordDecision(tx, {
      at: ctx.now,
      actorId: ctx.actor.id,
      verb: "program.edit",
      subject: `program:${input.slug}`,
      before: toJson({ name, mandate, fixesSince, timeZone }),
      after: toJson(data),
    });
    return program.id;
  });
  await enqueue("assess-program", { programId });
}

// Dates as text.
const toJson = (value: object): JsonInput => JSON.parse(JSON.stringify(value)) as JsonInput;
