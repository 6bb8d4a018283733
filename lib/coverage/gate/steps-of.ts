import { recordOf } from "./read-triggers.ts";

type Fields = Readonly<Record<string, unknown>>;

/** The steps of a job in order; those that run side by side stand in the order in which they are written. */
export function stepsOf(job: Fields): readonly Fields[] {
  return listed(job["steps"]).flatMap((step) => {
    const beside = listed(step["parallel"]);
    return beside.length > 0 ? beside : [step];
  });
}

/** The keys that lead to each of those steps in its file. */
export function stepKeys(id: string, job: Fields): readonly (readonly (string | number)[])[] {
  return listed(job["steps"]).flatMap((step, index) => {
    const keys = ["jobs", id, "steps", index];
    const beside = listed(step["parallel"]);
    return beside.length > 0 ? beside.map((_, at) => [...keys, "parallel", at]) : [keys];
  });
}

const listed = (value: unknown): readonly Fields[] =>
  Array.isArray(value) ? value.map(recordOf) : [];
