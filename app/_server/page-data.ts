import "server-only";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { findOperator } from "#/lib/auth/actor.ts";
import { readClock } from "#/lib/clock.ts";
import { AppError } from "#/lib/errors.ts";

export type PageMoment = { readonly clock: Date; readonly actorId: number | null };

/** What every read of a page needs; from here on the page belongs to its request. */
export async function readMoment(): Promise<PageMoment> {
  await connection();
  const operator = await findOperator();
  return { clock: readClock(), actorId: operator?.id ?? null };
}

/** A thing that is not there becomes the page that says so; every other failure stays one. */
export async function orNotFound<Value>(read: Promise<Value>): Promise<Value> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") notFound();
    throw error;
  }
}
