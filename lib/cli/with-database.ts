import { readClock } from "#/lib/clock.ts";
import { AppError } from "#/lib/errors.ts";
import type { Ctx } from "#/lib/workflow/verb.ts";

/** Opens the database, brings it up to date, and does `work` as the named operator, else as the server itself. */
export async function withDatabase(work: (ctx: Ctx) => Promise<void>): Promise<void> {
  const { openDatabase } = await import("#/lib/store/open-database.ts");
  const { url } = await openDatabase();
  const { migrate } = await import("#/lib/store/migrate/migrate.ts");
  await migrate(url);
  const { findOperator, systemActor } = await import("#/lib/auth/actor.ts");
  const { db } = await import("#/lib/store/db.ts");
  const { closeQueue } = await import("#/lib/jobs/queue.ts");
  try {
    await work({ actor: (await findOperator()) ?? (await systemActor()), now: readClock() });
  } finally {
    await closeQueue();
    await db.$disconnect();
  }
}

/** The first issue of a failed parse as a sentence about wrong usage. */
export function parseOrUsage<Output>(
  schema: {
    safeParse(
      input: unknown,
    ):
      | { success: true; data: Output }
      | { success: false; error: { issues: { path: PropertyKey[]; message: string }[] } };
  },
  input: unknown,
): Output {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  throw new AppError(
    "usage",
    `${first?.path.join(".") ?? "input"}: ${first?.message ?? "is not valid"}`,
  );
}

/** A row's number as it is written on the command line. */
export function numberOf(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new AppError("usage", `${text} is not the number of a source. Run: gateline source list`);
}
