import { resolve } from "node:path";
import { z } from "zod";
import { AppError } from "./errors.ts";

const Env = z.object({
  DATABASE_URL: z.string().min(1).optional(),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  GATELINE_DATA: z.string().min(1).default(".gateline"),
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
  return { ...parsed.data, dataDirectory: resolve(parsed.data.GATELINE_DATA) };
}
