import { z } from "zod";
import type { Endpoint } from "#/lib/coverage/link/endpoint.ts";

/** An end of a link as it is stored. */
export const EndpointRow: z.ZodType<Endpoint> = z.discriminatedUnion("kind", [
  z.object({ kind: z.enum(["issue", "pull"]), repositoryId: z.int(), number: z.int() }),
  z.object({ kind: z.literal("gate"), repositoryId: z.int(), gate: z.string() }),
  z.object({ kind: z.literal("gap"), number: z.int() }),
]);
