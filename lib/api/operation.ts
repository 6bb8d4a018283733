import type { z } from "zod";
import type { Actor } from "#/lib/auth/actor.ts";

export type Call = {
  readonly clock: Date;
  /** Whoever is acting; refuses where a write has nobody behind it. */
  readonly actor: () => Promise<Actor>;
  /** Whoever is looking; null where nobody has a name yet. */
  readonly reader: () => Promise<Actor | null>;
};

/** One thing that can be asked of the server, said once: its address, what it takes, what it does. */
export type Operation = {
  readonly name: string;
  readonly route: `${"GET" | "POST" | "PUT" | "PATCH" | "DELETE"} /${string}`;
  readonly status: number;
  /** Parses path, query and body together, then does it. */
  readonly handle: (call: Call, raw: Record<string, unknown>) => Promise<unknown>;
};

export function operation<Input extends z.ZodType>(definition: {
  name: string;
  route: Operation["route"];
  status?: number;
  input: Input;
  run: (call: Call, input: z.output<Input>) => Promise<unknown>;
}): Operation {
  const { name, route, status = 200, input, run } = definition;
  return { name, route, status, handle: (call, raw) => run(call, input.parse(raw)) };
}
