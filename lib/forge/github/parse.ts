import type { z } from "zod";
import { ForgeError } from "../forge-error.ts";

/** The answer as our schema reads it; throws ForgeError naming the field that is not as published. */
export function parse<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
  what: string,
): z.output<Schema> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  throw new ForgeError(
    "failed",
    `The forge's answer for ${what} is not as its API describes: ${first?.path.join(".") || "(all)"} ${first?.message}. Is this the address of GitHub or of a GitHub Enterprise server?`,
  );
}
