import { join, resolve } from "node:path";
import { z } from "zod";
import { AppError } from "./errors.ts";

const Env = z.object({
  DATABASE_URL: z.string().min(1).optional(),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  GATELINE_DATA: z.string().min(1).optional(),
  GATELINE_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, "must be 64 hexadecimal digits")
    .optional(),
  GATELINE_LOG: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
});
export type Env = z.infer<typeof Env> & { readonly dataDirectory: string };

/** Parses the environment once per call; a bad value is a sentence that names the variable. */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const parsed = Env.safeParse(source);
  if (!parsed.success) {
    const [first] = parsed.error.issues;
    throw new AppError(
      "usage",
      `The environment variable ${first?.path.join(".")} is not usable: ${first?.message}. Correct it or unset it.`,
    );
  }
  const { GATELINE_DATA } = parsed.data;
  const dataDirectory = GATELINE_DATA ? resolve(GATELINE_DATA) : join(checkout(), ".gateline");
  return { ...parsed.data, dataDirectory };
}

// The same database from every folder; bundled code has no folder of its own, and runs in the checkout.
function checkout(): string {
  const here: string | undefined = import.meta.dirname;
  return here === undefined ? process.cwd() : join(here, "..");
}
