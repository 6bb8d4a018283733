import { PrismaPg } from "@prisma/adapter-pg";
import { AppError } from "#/lib/errors.ts";
import { Prisma, PrismaClient } from "#/prisma/generated/client.ts";

const POOL_MAX = 10;

function connect(): PrismaClient {
  const connectionString = process.env.DATABASE_URL ?? "";
  return new PrismaClient({ adapter: new PrismaPg({ connectionString, max: POOL_MAX }) });
}

// A development server loads modules anew on each change; its connections must not multiply.
const shared = globalThis as typeof globalThis & { gatelineDb?: PrismaClient };

export const db: PrismaClient = (shared.gatelineDb ??= connect());
export type Db = PrismaClient | Prisma.TransactionClient;
export type Tx = Prisma.TransactionClient;
export const sql = Prisma.sql;
export const joinSql = Prisma.join;
export const emptySql = Prisma.empty;
export const dbNull = Prisma.DbNull;
export type Sql = Prisma.Sql;
export type JsonInput = Prisma.InputJsonValue;

const TRANSACTION_MAX_MS = 120_000;
const UNIQUE_VIOLATION = "P2002";

/** All of `work` or nothing of it; losing a unique name to a change of the same moment is a conflict. */
export async function inTransaction<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
  try {
    return await db.$transaction(work, {
      timeout: TRANSACTION_MAX_MS,
      maxWait: TRANSACTION_MAX_MS,
    });
  } catch (cause) {
    if (!(cause instanceof Prisma.PrismaClientKnownRequestError) || cause.code !== UNIQUE_VIOLATION)
      throw cause;
    const message =
      "Somebody else made a change at the same moment. Look at what is there now, then do it again.";
    throw new AppError("conflict", message, { cause });
  }
}
