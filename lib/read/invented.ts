const MARKS = ["sample:invented", "sample:number-given"];

/** Whether the sample's forge marks a row as written for the sample; only its title or all of it. */
export const isInvented = (labels: readonly string[]): boolean =>
  labels.some((label) => MARKS.includes(label));
