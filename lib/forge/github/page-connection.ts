import { z } from "zod";
import type { PoisonRow } from "../forge.ts";
import { ForgeError } from "../forge-error.ts";
import { askRepository, type Place } from "./ask-repository.ts";
import { type ListPosition, listQuestion, type RepositoryList } from "./list-question.ts";
import { afterGood, afterHeavy } from "./page-size.ts";
import { isForbidden, isTooHeavy, type Trouble } from "./read-graphql.ts";
import { connection } from "./schema-parts.ts";

export type ListPage<Row> = {
  readonly rows: readonly Row[];
  readonly poison: readonly PoisonRow[];
  readonly next: ListPosition | null;
  readonly total: number;
  readonly serverTime: Date;
};

/**
 * One page of a list. A page that is too heavy for the forge, or of which it leaves a row out, is asked
 * for again at half the size; a row that it cannot give by itself is stepped over and told as poison,
 * where the forge still says which one it is.
 */
export async function pageConnection<Schema extends z.ZodType>(
  place: Place,
  list: RepositoryList<Schema>,
  from: ListPosition,
): Promise<ListPage<z.output<Schema>>> {
  let at = from;
  for (;;) {
    try {
      return await ask(place, list, at);
    } catch (error) {
      if (!isTooHeavy(error)) throw error;
      // A forge that is down fails on the lightest question too, and then nothing is too heavy.
      if (at === from) await askLean(place, list, at);
      const smaller = afterHeavy(at);
      if (smaller === null) return stepOver(place, list, at, error);
      at = { ...at, ...smaller };
    }
  }
}

async function ask<Schema extends z.ZodType>(
  place: Place,
  list: RepositoryList<Schema>,
  at: ListPosition,
): Promise<ListPage<z.output<Schema>>> {
  const schema = z.object({ [list.field]: connection(list.schema) });
  const asked = await askRepository(place, schema, listQuestion(list, at));
  const { told, troubles, serverTime } = asked;
  const page = told[list.field];
  if (!page) throw cutShort(list.field);
  const rows = page.nodes.filter((row) => row !== null);
  const isPartial = troubles.some((trouble) => !isForbidden([trouble]));
  if (isPartial || rows.length < page.nodes.length) throw leftOut(troubles);
  const next = nextOf(page, list.field);
  return {
    rows,
    poison: [],
    next: next === null ? null : { after: next, ...afterGood(at, list.sizeMax) },
    total: page.totalCount,
    serverTime,
  };
}

/** The cursor behind a page, null behind the last one; a page that goes on and says not where is cut short. */
export function nextOf(
  {
    nodes,
    pageInfo,
  }: { nodes: readonly unknown[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } },
  field: string,
): string | null {
  if (!pageInfo.hasNextPage) return null;
  if (nodes.length === 0 || pageInfo.endCursor === null) throw cutShort(field);
  return pageInfo.endCursor;
}

const Numbered = z.object({ number: z.int().nullish() });

/** The first row of a page by its number alone. */
const askLean = (place: Place, list: RepositoryList<z.ZodType>, at: ListPosition) =>
  ask(
    place,
    {
      ...list,
      schema: Numbered,
      row: list.field === "labels" ? "id" : "number",
      fragments: "",
    },
    { ...at, size: 1 },
  );

async function stepOver<Row>(
  place: Place,
  list: RepositoryList<z.ZodType>,
  at: ListPosition,
  why: ForgeError,
): Promise<ListPage<Row>> {
  const page = await askLean(place, list, at);
  const number = page.rows[0]?.number ?? null;
  const row =
    number === null
      ? `the row of ${list.field} behind ${at.after ?? "the beginning"}`
      : `#${number}`;
  return {
    rows: [],
    poison: [{ at: `${row} of ${place.owner}/${place.name}`, number, why: why.message }],
    next: page.next === null ? null : { after: page.next.after, size: list.sizeFirst, good: 0 },
    total: page.total,
    serverTime: page.serverTime,
  };
}

// A row that is left out is found as a heavy one is: by asking for fewer at once.
const leftOut = (troubles: readonly Trouble[]): ForgeError =>
  new ForgeError(
    "unavailable",
    `The forge left a row out of its list. ${troubles[0] ? `It said: ${JSON.stringify(troubles[0].message.slice(0, 300))}.` : "It did not say why."}`,
    { status: 504 },
  );

const cutShort = (field: string): ForgeError =>
  new ForgeError(
    "unavailable",
    `The forge's list of ${field} ends before its end, so it is not whole. Sync again; if it stays so, see whether a proxy in front of the forge shortens its answers.`,
  );
