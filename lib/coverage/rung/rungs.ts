/** How far the evidence for an item climbs; PRODUCT's evidence ladder, lowest first. */
export const RUNGS = ["none", "tested", "gated", "executed", "blocking", "proven", "live"] as const;

export type Rung = (typeof RUNGS)[number];

/** Height of a rung on the ladder, 0 for none. */
export const heightOf = (rung: Rung): number => RUNGS.indexOf(rung);
