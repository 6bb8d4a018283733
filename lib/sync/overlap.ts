/** Overlap of two passes: covers equal seconds, rows that became visible late, and a clock that stepped. */
export const OVERLAP_MS = 5 * 60_000;

/** From where a pass goes on: a moment of the forge's clock, less the overlap. */
export const overlapping = (watermark: Date): Date => new Date(watermark.getTime() - OVERLAP_MS);
