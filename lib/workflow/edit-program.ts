import { requirePermission } from "#/lib/auth/permissions.ts";
import { PolicyRules, PRESETS, type PresetName } from "#/lib/coverage/policy.ts";
import { enqueue } from "#/lib/jobs/queue.ts";
import { inTransaction, type JsonInput, type Tx } from "#/lib/store/db.ts";
import { recordDecision } from "#/lib/store/record-decision.ts";
import { loadProgramOrThrow } from "./load-program-or-throw.ts";
import { requireTimeZone } from "./require-time-zone.ts";
import type { Ctx, Verb } from "./verb.ts";

export type ProgramEdit = {
  readonly slug: string;
  readonly name?: string | undefined;
  readonly mandate?: string | undefined;
  readonly fixesSince?: Date | undefined;
  readonly timeZone?: string | undefined;
  readonly preset?: PresetName | undefined;
};

/** Changes a program; a chosen policy is a new version beside the old ones, and everything is judged anew unless it is archived. */
export async function editProgram({ ctx, input }: Verb<ProgramEdit>): Promise<void> {
  requirePermission(ctx.actor, "program.manage");
  if (input.preset !== undefined) requirePermission(ctx.actor, "policy.choose");
  if (input.timeZone !== undefined) requireTimeZone(input.timeZone);
  const programId = await inTransaction(async (tx) => {
    const program = await loadProgramOrThrow(tx, input.slug);
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
    await decide(tx, ctx, {
      verb: "program.edit",
      slug: input.slug,
      before: { name, mandate, fixesSince, timeZone },
      after: data,
    });
    const old = program.policies[0];
    if (input.preset !== undefined && old)
      await choosePolicy(tx, ctx, { ...input, preset: input.preset, programId: program.id, old });
    return program.archivedAt === null ? program.id : null;
  });
  if (programId !== null) await enqueue("assess-program", { programId });
}

async function choosePolicy(
  tx: Tx,
  ctx: Ctx,
  input: {
    slug: string;
    programId: number;
    preset: PresetName;
    old: { version: number; rules: unknown };
  },
): Promise<void> {
  const before = PolicyRules.parse(input.old.rules);
  const { clusters, ciCountsAsProduct, testKinds } = before;
  // What the program wrote itself stays; a preset chooses the rung and the kinds that count.
  const rules = PolicyRules.parse({
    ...PRESETS[input.preset],
    clusters,
    ciCountsAsProduct,
    testKinds,
  });
  const version = input.old.version + 1;
  await tx.policy.create({ data: { programId: input.programId, version, rules } });
  await decide(tx, ctx, {
    verb: "policy.choose",
    slug: input.slug,
    before: { version: input.old.version, rung: before.rung },
    after: { version, rung: rules.rung },
  });
}

const decide = (
  tx: Tx,
  ctx: Ctx,
  change: { verb: string; slug: string; before: object; after: object },
): Promise<void> =>
  recordDecision(tx, {
    at: ctx.now,
    actorId: ctx.actor.id,
    verb: change.verb,
    subject: `program:${change.slug}`,
    before: JSON.parse(JSON.stringify(change.before)) as JsonInput,
    after: JSON.parse(JSON.stringify(change.after)) as JsonInput,
  });
