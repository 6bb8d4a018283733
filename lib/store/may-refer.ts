import { type Sql, sql } from "./db.ts";

/** Whether a text may refer to something by number: what does not is not worth reading for links. */
export const mayRefer = (text: Sql): Sql => sql`${text} ~ '(#|GAP-|/(issues|pulls?)/)[0-9]'`;
