import { z } from "zod";
import { PRIORITIES, type Priority } from "#/lib/coverage/leverage/order-plan.ts";
import { db } from "./db.ts";

type Said<Value> = {
  /** The number of the word. */
  readonly word: number;
  readonly value: Value;
  readonly by: string;
  readonly at: Date;
};

/** What people said of the plan of a program, the newest word of each kind and piece. */
export type PlanWords = {
  /** The keys in the order that a person gave them; null where nobody did. */
  readonly order: Said<readonly string[]> | null;
  readonly assignees: ReadonlyMap<string, Said<string>>;
  readonly priorities: ReadonlyMap<string, Said<Priority>>;
};

const Row = z.object({
  word: z.int(),
  verb: z.string(),
  subject: z.string(),
  value: z.unknown(),
  by: z.string(),
  at: z.date(),
});

/** The words on the plan that are in force; one without a value took an earlier one back. */
export async function loadPlanWords(programId: number): Promise<PlanWords> {
  // Only the newest of each leave the database: an order by hand is long, and there is one for every move.
  const rows = await db.$queryRaw`
    select w.id as word, w.verb, w.subject, w.value, a.name as by, w.at
      from (select distinct on (verb, subject) *
              from plan_word
             where program_id = ${programId}
             order by verb, subject, id desc) w
      join actor a on a.id = w.actor_id
     where w.value is not null`;
  const said = z.array(Row).parse(rows);
  const of = <Value>(verb: string, schema: z.ZodType<Value>): ReadonlyMap<string, Said<Value>> =>
    new Map(
      said
        .filter((row) => row.verb === verb)
        .map(({ subject, value, word, by, at }) => [
          subject,
          { word, value: schema.parse(value), by, at },
        ]),
    );
  return {
    order: of("order", z.array(z.string())).get("") ?? null,
    assignees: of("assign", z.string()),
    priorities: of("priority", z.enum(PRIORITIES)),
  };
}
