import { z } from "zod";
import { GATE_KINDS } from "#/lib/coverage/gate/gate.ts";

/** What a list of gates can be narrowed to. */
export const GATE_STATES = [
  "findings",
  "masked",
  "required",
  "not_required",
  "required_unknown",
  "off_pull_requests",
  "holds_nothing",
] as const;
export type GateState = (typeof GATE_STATES)[number];

const one = (value: unknown) => {
  const last = Array.isArray(value) ? value.at(-1) : value;
  return last === "" ? undefined : last;
};

/** Which gates a catalogue shows; the same in the address and the API. */
export const GateFilter = z.object({
  /** Part of the name, the job, the workflow file or a test that it selects. */
  q: z.preprocess(one, z.string().trim().max(200).optional()),
  repo: z.preprocess(one, z.string().max(200).optional()),
  kind: z.preprocess(one, z.enum(GATE_KINDS).optional()),
  is: z.preprocess(one, z.enum(GATE_STATES).optional()),
});
export type GateFilter = z.infer<typeof GateFilter>;

/** The filter as a query string without its defaults. */
export function gateQuery(filter: GateFilter): string {
  const query = new URLSearchParams();
  for (const key of ["q", "repo", "kind", "is"] as const) {
    const value = filter[key];
    if (value) query.set(key, value);
  }
  const written = query.toString();
  return written === "" ? "" : `?${written}`;
}
