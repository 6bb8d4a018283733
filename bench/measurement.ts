/** One row of the bench; `holds` says whether the value meets the goal. Where nothing was measured both are null, and `note` says why. */
export type Measurement = {
  readonly name: string;
  readonly value: number | null;
  readonly unit: string;
  readonly goal: string;
  readonly holds: boolean | null;
  readonly note: string;
};

/** A value that may be at most so much. */
export const atMost = (
  name: string,
  value: number,
  most: number,
  unit: string,
  note = "",
): Measurement => ({
  name,
  value: Math.round(value * 100) / 100,
  unit,
  goal: `<= ${most}`,
  holds: value <= most,
  note,
});

/** A value that must be at least so much. */
export const atLeast = (
  name: string,
  value: number,
  least: number,
  unit: string,
  note = "",
): Measurement => ({
  name,
  value: Math.round(value * 100) / 100,
  unit,
  goal: `>= ${least}`,
  holds: value >= least,
  note,
});

/** A value that must be exactly so much. */
export const exactly = (
  name: string,
  value: number,
  wanted: number,
  unit: string,
): Measurement => ({
  name,
  value,
  unit,
  goal: `= ${wanted}`,
  holds: value === wanted,
  note: "",
});

/** A row that has no value, and why. */
export const notMeasured = (name: string, reason: string): Measurement => ({
  name,
  value: null,
  unit: "",
  goal: "",
  holds: null,
  note: `not measured: ${reason}`,
});
