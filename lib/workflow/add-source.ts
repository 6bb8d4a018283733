import { requirePermission } from "#/lib/auth/permissions.ts";
import { AppError } from "#/lib/errors.ts";
import { inTransaction } from "#/lib/store/db.ts";
import { recordDecision } from "#/lib/store/record-decision.ts";
import { seal } from "#/lib/store/seal.ts";
import type { SourceKind } from "#/lib/store/source-kind.ts";
import type { Verb } from "./verb.ts";

export type NewSource = {
  readonly name: string;
  readonly kind: SourceKind;
  readonly url: string;
  readonly token?: string | undefined;
  /** What the source said when it was asked: it is added only once it has answered. */
  readonly probe: { readonly version: string; readonly limits: readonly string[] };
};

/** Adds a source that answered; its token is stored sealed, and the decision does not hold it. */
export async function addSource({ ctx, input }: Verb<NewSource>): Promise<number> {
  requirePermission(ctx.actor, "source.manage");
  const { name, kind, url, token, probe } = input;
  return inTransaction(async (tx) => {
    if (await tx.source.findUnique({ where: { name } })) {
      throw new AppError(
        "conflict",
        `There is a source named ${name} already. Choose another name.`,
      );
    }
    const row = await tx.source.create({
      data: {
        name,
        kind,
        url,
        sealedToken: token === undefined ? null : seal(token),
        probe: { version: probe.version, limits: [...probe.limits] },
        probedAt: ctx.now,
      },
    });
    await recordDecision(tx, {
      at: ctx.now,
      actorId: ctx.actor.id,
      verb: "source.add",
      subject: `source:${name}`,
      after: { kind, url, hasToken: token !== undefined },
    });
    return row.id;
  });
}
