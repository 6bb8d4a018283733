import { createHash } from "node:crypto";
import { readClock } from "#/lib/clock.ts";
import type { LimitSeen, Resource } from "#/lib/facts/limit.ts";
import { db, inTransaction } from "./db.ts";
import { type Left, takeSlice } from "./rate-limit-slice.ts";

const SLICE = 20;
const RESERVED_SHARE = 0.2;
/** The same reset, told by two answers, differs by what their ways took. */
const SAME_RESET = "5 seconds";

type Key = {
  readonly sourceId: number;
  readonly credential: string;
  readonly resource: Resource;
};

/** What one worker holds of one limit. */
type Purse = {
  /** How many questions there are in all, as the last answer said; null while none did. */
  ceiling: number | null;
  /** Taken from the database and not spent yet. */
  left: number;
  until: Date | null;
  /** What was last written down as remaining; null for nothing. */
  written: number | null;
  /** The end of the taking before: two takings at once would each fetch a slice. */
  turn: Promise<unknown>;
};

export type BudgetOptions = {
  /** A person waits for the answer: it may use the part that is kept from all others. */
  readonly interactive?: boolean;
};

/** The budgets of one worker, which is one process: what it takes from the database it spends for all that it asks with one credential. */
export function openBudgets() {
  const purses = new Map<string, Purse>();
  const purseOf = ({ sourceId, credential, resource }: Key): Purse => {
    const name = `${sourceId} ${credential} ${resource}`;
    const held = purses.get(name) ?? { ...EMPTY, turn: Promise.resolve() };
    purses.set(name, held);
    return held;
  };
  return (sourceId: number, token: string | null, { interactive = false }: BudgetOptions = {}) => {
    const keyOf = (resource: Resource): Key => ({
      sourceId,
      credential: digestOf(token),
      resource,
    });
    return {
      take(resource: Resource, cost: number): Promise<Date | null> {
        const key = keyOf(resource);
        const purse = purseOf(key);
        const taken = purse.turn.then(() =>
          interactive ? takeAtOnce(key, cost) : takeFrom(purse, key, cost),
        );
        purse.turn = taken.catch(() => undefined);
        return taken;
      },
      saw: (resource: Resource, seen: LimitSeen) =>
        note(purseOf(keyOf(resource)), keyOf(resource), seen),
    };
  };
}

/**
 * What all who ask a source with one credential share, whichever worker they are and however often it
 * starts anew. `token` is what stays the same while the limit does: for an app its name, not the token of
 * this hour. The database keeps a digest of it.
 */
export const budgetOf = openBudgets();

const EMPTY = { ceiling: null, left: 0, until: null, written: null } as const;

const digestOf = (token: string | null): string =>
  createHash("sha256")
    .update(token ?? "")
    .digest("hex")
    .slice(0, 32);

async function takeFrom(purse: Purse, key: Key, cost: number): Promise<Date | null> {
  const now = readClock();
  if (purse.until !== null && purse.until <= now) purse.left = 0;
  if (purse.left < cost) {
    const taken = await takeOfRow(key, { cost, slice: SLICE, share: RESERVED_SHARE });
    if ("retryAt" in taken) return taken.retryAt;
    // What was left of the slice before stays taken from the same limit.
    const isSame = purse.until?.getTime() === taken.until?.getTime();
    purse.left = (isSame ? purse.left : 0) + taken.given;
    purse.until = taken.until;
  } else {
    const notBefore = await notBeforeOf(key);
    if (notBefore !== null && notBefore > now) return notBefore;
  }
  purse.left -= cost;
  return null;
}

async function takeAtOnce(key: Key, cost: number): Promise<Date | null> {
  const taken = await takeOfRow(key, { cost, slice: cost, share: 0 });
  return "retryAt" in taken ? taken.retryAt : null;
}

/** What the database says of a limit. */
type Held = Left & { readonly ceiling: number | null };
const UNKNOWN: Held = { remaining: null, ceiling: null, resetAt: null, notBefore: null };

/** `share` is what must be left of all that there is, from 0 to 1. */
type Slice = { readonly cost: number; readonly slice: number; readonly share: number };

const takeOfRow = (key: Key, { cost, slice, share }: Slice) =>
  inTransaction(async (tx) => {
    const { sourceId, credential, resource } = key;
    const [held] = await tx.$queryRaw<Held[]>`
      select remaining, ceiling, reset_at as "resetAt", not_before as "notBefore"
        from rate_limit
       where source_id = ${sourceId} and credential = ${credential} and resource = ${resource}
         for update`;
    const row = held ?? UNKNOWN;
    const reserve = Math.ceil((row.ceiling ?? 0) * share);
    const taken = takeSlice(row, { cost, slice, reserve }, readClock());
    if (held && "left" in taken) {
      const { remaining, resetAt, notBefore } = taken.left;
      await tx.$executeRaw`
        update rate_limit set remaining = ${remaining}, reset_at = ${resetAt}, not_before = ${notBefore}
         where source_id = ${sourceId} and credential = ${credential} and resource = ${resource}`;
    }
    return taken;
  });

async function notBeforeOf(key: Key): Promise<Date | null> {
  const row = await db.rateLimit.findUnique({
    where: { sourceId_credential_resource: key },
    select: { notBefore: true },
  });
  return row?.notBefore ?? null;
}

/** Writes down what others could not know: not every answer, since each says nearly the same as the one before. */
async function note(purse: Purse, key: Key, seen: LimitSeen): Promise<void> {
  const isCeilingNew = seen.limit !== null && seen.limit !== purse.ceiling;
  // Without a reset nobody could say when a limit that is used up is full again.
  const remaining = seen.resetAt === null ? null : seen.remaining;
  if (remaining !== null) purse.left = Math.min(purse.left, remaining);
  const isFurther = Math.abs((remaining ?? 0) - (purse.written ?? Infinity)) >= SLICE;
  const isNews = remaining !== null && (isFurther || isCeilingNew);
  if (!isNews && remaining !== 0 && seen.notBefore === null) return;
  purse.written = remaining ?? purse.written;
  purse.ceiling = seen.limit ?? purse.ceiling;
  const resetAt = remaining === null ? null : seen.resetAt;
  await write(key, { remaining, ceiling: seen.limit, resetAt, notBefore: seen.notBefore });
}

// The lower of two figures of one limit is right: one counts what others took, the other what they spent elsewhere.
async function write({ sourceId, credential, resource }: Key, seen: Held): Promise<void> {
  await db.$executeRaw`
    insert into rate_limit as t (source_id, credential, resource, remaining, ceiling, reset_at, not_before)
    select id, ${credential}, ${resource}, ${seen.remaining}::int, ${seen.ceiling}::int, ${seen.resetAt}::timestamptz, ${seen.notBefore}::timestamptz
      from source where id = ${sourceId}
        on conflict (source_id, credential, resource) do update set
           remaining = case
             when excluded.reset_at is null or excluded.reset_at < t.reset_at - ${SAME_RESET}::interval then t.remaining
             when excluded.reset_at > t.reset_at + ${SAME_RESET}::interval then excluded.remaining
             else least(t.remaining, excluded.remaining) end,
           ceiling = coalesce(excluded.ceiling, t.ceiling),
           reset_at = case
             when excluded.reset_at > t.reset_at + ${SAME_RESET}::interval then excluded.reset_at
             else coalesce(t.reset_at, excluded.reset_at) end,
           not_before = greatest(t.not_before, excluded.not_before)`;
}
