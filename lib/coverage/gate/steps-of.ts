import { recordOf } from "./read-triggers.ts";

type Fields = Readonly<Record<string, unknown>>;

/** The steps of a job in order; those that run side by side stand in the order in which they are written. */
export function stepsOf(job: Fields): readonly Fields[] {
  return listed(job["steps"]).flatMap((step) => {
    const beside = listed(step["parallel"]);
    return beside.length > 0 ? beside : [step];
  });
}

const listed = (value: unknown): readonly Fields[] =>
  Array.isArray(value) ? value.map(recordOf) : [];
