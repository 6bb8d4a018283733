import { requirePermission } from "#/lib/auth/permissions.ts";
import { type Endpoint, keyOf } from "#/lib/coverage/link/endpoint.ts";
import type { Relation } from "#/lib/coverage/link/link.ts";
import type { LinkDecision } from "#/lib/coverage/link/person-links.ts";
import { AppError } from "#/lib/errors.ts";
import { enqueue } from "#/lib/jobs/queue.ts";
import { inTransaction, type Tx } from "#/lib/store/db.ts";
import { recordDecision } from "#/lib/store/record-decision.ts";
import { saveLinkWord } from "#/lib/store/save-link-word.ts";
import { unsettle } from "#/lib/store/unsettle.ts";
import { endpointName } from "./endpoint-name.ts";
import { lockProgram } from "./lock-program.ts";
import { requireEndpoint } from "./require-endpoint.ts";
import type { Verb } from "./verb.ts";

export type LinkWordInput = {
  readonly slug: string;
  readonly from: Endpoint;
  readonly to: Endpoint;
  readonly relation: Relation;
  /** `confirm` also makes a link that no text says; null takes an earlier word back. */
  readonly value: LinkDecision["value"];
  readonly reason: string;
};

/** A person's word on one link: it wins over what texts say in every later assessment until it is taken back; a gate that is linked and not enough is kept with the note on what it does not reach. Throws AppError not_found for an end that is not in the program, invalid for a link that cannot be, and conflict when the same word is in force already or there is none to take back. */
export async function decideLink({ ctx, input: given }: Verb<LinkWordInput>): Promise<void> {
  requirePermission(ctx.actor, "link.decide");
  const programId = await inTransaction(async (tx) => {
    const program = await lockProgram(tx, given.slug);
    const input = { ...given, to: await behindGap(tx, program.id, given.to) };
    requireSense(input);
    // What was said of an end that is gone since can still be taken back.
    if (input.value !== null) {
      await requireEndpoint(tx, program.id, input.from);
      await requireEndpoint(tx, program.id, input.to);
    }
    const { from, to, relation, value, reason } = input;
    const before = await requireNews(tx, program.id, input);
    await saveLinkWord(tx, {
      programId: program.id,
      at: ctx.now,
      actorId: ctx.actor.id,
      from,
      to,
      relation,
      value,
      reason,
    });
    if (from.kind === "pull") await unsettle(tx, from.repositoryId, [from.number]);
    await recordDecision(tx, {
      at: ctx.now,
      actorId: ctx.actor.id,
      verb: `link.${value ?? "by_rules"}`,
      subject: await endpointName(tx, program.id, to),
      before,
      after: { from: keyOf(from), relation, to: keyOf(to), value, reason },
    });
    return program.id;
  });
  // What covers something may need patches and checks that nobody asked for.
  if (given.from.kind === "pull" && given.value === "confirm")
    await enqueue("sync-repository", { repositoryId: given.from.repositoryId });
  await enqueue("assess-program", { programId });
}

/** A gap that something on a forge stands behind is that thing: links are read of it. */
async function behindGap(tx: Tx, programId: number, end: Endpoint): Promise<Endpoint> {
  if (end.kind !== "gap") return end;
  const item = await tx.item.findFirst({ where: { programId, id: end.number } });
  if (!item || item.repositoryId === null || item.number === null) return end;
  const kind = item.kind === "fix" ? "pull" : "issue";
  return { kind, repositoryId: item.repositoryId, number: item.number };
}

function requireSense({ from, to, relation, value }: LinkWordInput): void {
  if (keyOf(from) === keyOf(to))
    throw new AppError("invalid", "A link leads from one thing to another, not to itself.");
  if (to.kind === "gate")
    throw new AppError("invalid", "A link leads to an issue, a pull request or a gap.");
  if (from.kind === "gate" && relation === "closes")
    throw new AppError("invalid", "A gate repairs nothing; it can only cover.");
  if (value === "insufficient" && relation !== "covers")
    throw new AppError("invalid", "Only what covers can cover insufficiently.");
}

async function requireNews(
  tx: Tx,
  programId: number,
  { from, to, relation, value, reason }: LinkWordInput,
): Promise<{ value: string | null; reason: string | null }> {
  const last = await tx.linkWord.findFirst({
    where: { programId, fromKey: keyOf(from), toKey: keyOf(to), relation },
    orderBy: { id: "desc" },
  });
  const before = last?.value ?? null;
  // The same word with another note is news: what a gate does not reach is often learnt in steps.
  if (before !== value || (value === "insufficient" && last?.reason !== reason))
    return { value: before, reason: last?.reason ?? null };
  throw new AppError(
    "conflict",
    value === null
      ? "Nobody decided about this link, so there is nothing to take back."
      : `It was decided before: ${value}.`,
  );
}
