import { type Sql, sql } from "./db.ts";

/** A pull request as it was read: whoever settles it then must find it so, or somebody said something of it meanwhile. */
export type ReadPull = { readonly number: number; readonly version: string };

/** The version of the row `p`: another one after every write, one that changes nothing too. */
export const versionOfPull: Sql = sql`p.xmin::text`;
