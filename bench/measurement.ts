/** One row of the bench; `holds` says whether the value meets the goal. */
export type Measurement = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly goal: string;
  readonly holds: boolean;
};

/** A value that may be at most so much. */
export const atMost = (name: string, value: number, most: number, unit: string): Measurement => ({
  name,
  value: Math.round(value * 100) / 100,
  unit,
  goal: `<= ${most}`,
  holds: value <= most,
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
});
