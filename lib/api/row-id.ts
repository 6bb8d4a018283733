import { z } from "zod";

// The largest integer of a Postgres `int`.
const ID_MAX = 2_147_483_647;

/** A row's number as an address or a body gives it. */
export const RowId = z.coerce.number().int().positive().max(ID_MAX);
