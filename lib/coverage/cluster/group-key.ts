import { RUNGS } from "../rung/rungs.ts";

const RUNG_END = new RegExp(`--(?:${RUNGS.join("|")})$`);

/** The key of a cluster whatever rung its gaps miss: what a word about one of its cuts is about. */
export const groupKeyOf = (key: string): string => key.replace(RUNG_END, "");
