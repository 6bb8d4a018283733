import { z } from "zod";
import { WouldRunInput } from "#/lib/contract/gate.ts";
import { GateFilter } from "#/lib/contract/gate-filter.ts";
import { readGateOrThrow } from "#/lib/read/gate.ts";
import { readGatesOrThrow } from "#/lib/read/gates.ts";
import { readWouldRunOrThrow } from "#/lib/read/would-run.ts";
import { operation } from "../operation.ts";
import { RowId } from "../row-id.ts";

const Slug = z.object({ slug: z.string() });
const One = Slug.extend({ id: RowId });

export const gateOperations = [
  operation({
    name: "list_gates",
    route: "GET /programs/{slug}/gates",
    input: GateFilter.extend(Slug.shape),
    run: (_call, { slug, ...filter }) => readGatesOrThrow({ slug, filter }),
  }),
  operation({
    name: "read_gate",
    route: "GET /programs/{slug}/gates/{id}",
    input: One,
    run: async ({ clock, reader }, { slug, id }) =>
      readGateOrThrow({ slug, id, clock, actorId: (await reader())?.id ?? null }),
  }),
  operation({
    name: "would_gate_run",
    route: "POST /programs/{slug}/gates/{id}/would-run",
    input: WouldRunInput.extend(One.shape),
    run: (_call, input) => readWouldRunOrThrow(input),
  }),
];
