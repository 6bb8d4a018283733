import { join, resolve } from "node:path";
import ipaddr from "ipaddr.js";
import { z } from "zod";
import { certificatesIn } from "./ca-file.ts";
import { AppError } from "./errors.ts";

/** Where the server listens: on this machine alone, see docs/decisions/007. */
export const LISTENS_ON = "127.0.0.1";

const Key = z.string().regex(/^[0-9a-f]{64}$/i, "must be 64 hexadecimal digits");
const Keys = z
  .string()
  .transform((text) => entriesOf(text))
  .pipe(z.array(z.string().regex(/^[0-9a-f]{64}$/i, "each must be 64 hexadecimal digits")));

const HOST = /^[a-z0-9]([a-z0-9.-]{0,252}[a-z0-9])?$/i;
const Addresses = z.string().transform((text, ctx): "all" | string[] => {
  const entries = entriesOf(text);
  const [only] = entries;
  if (entries.length === 1 && only === "all") return only;
  if (entries.length === 1 && only === "none") return [];
  const bad = entries.find((entry) => entry === "all" || entry === "none" || !isPlace(entry));
  if (bad === undefined && only !== undefined) return entries;
  ctx.addIssue(
    `${JSON.stringify(bad ?? text)} is no host, address or network. Write all, none, or a list such as git.example.test, 10.1.2.3, 10.0.0.0/8`,
  );
  return z.NEVER;
});

const Env = z.object({
  DATABASE_URL: z.string().min(1).optional(),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  GATELINE_DATA: z.string().min(1).optional(),
  GATELINE_KEY: Key.optional(),
  GATELINE_KEY_PREVIOUS: Keys.default([]),
  GATELINE_LOG: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  GATELINE_PRIVATE_ADDRESSES: Addresses.optional(),
  GATELINE_CA_FILE: z
    .string()
    .min(1)
    .transform((file) => resolve(file))
    .optional(),
  GATELINE_CACHE: z
    .string()
    .min(1)
    .transform((folder) => resolve(folder))
    .optional(),
  GATELINE_CACHE_MB: z.coerce.number().int().min(1).default(10_240),
  NODE_TLS_REJECT_UNAUTHORIZED: z
    .string()
    .refine(
      (text) => text !== "0",
      "it turns the check of certificates off, and tokens would go to anybody. To trust a certificate of your own, give its file in GATELINE_CA_FILE",
    )
    .optional(),
});
export type Env = z.infer<typeof Env> & {
  readonly dataDirectory: string;
  /** Where mirrors of repositories are kept; they can be thrown away at any time. */
  readonly cacheDirectory: string;
  /** Who of those that are not public may be asked. */
  readonly privateAddresses: "all" | readonly string[];
};

/** Parses the environment once per call; a bad value is a sentence that names the variable. */
export function readEnv(
  source: NodeJS.ProcessEnv = process.env,
  listensOn: string = LISTENS_ON,
): Env {
  const parsed = Env.safeParse(source);
  if (!parsed.success) {
    const [first] = parsed.error.issues;
    throw new AppError(
      "usage",
      `The environment variable ${String(first?.path[0])} is not usable: ${first?.message}. Correct it or unset it.`,
    );
  }
  const { GATELINE_DATA, GATELINE_PRIVATE_ADDRESSES, GATELINE_CA_FILE } = parsed.data;
  if (GATELINE_CA_FILE !== undefined) certificatesIn(GATELINE_CA_FILE);
  const dataDirectory = GATELINE_DATA ? resolve(GATELINE_DATA) : join(checkout(), ".gateline");
  const privateAddresses = GATELINE_PRIVATE_ADDRESSES ?? allowedBy(listensOn);
  const cacheDirectory = parsed.data.GATELINE_CACHE ?? join(dataDirectory, "cache");
  return { ...parsed.data, dataDirectory, cacheDirectory, privateAddresses };
}

// Whom nobody but this machine's people can reach asks on their behalf, and they may ask these addresses anyway.
const allowedBy = (listensOn: string): "all" | readonly string[] =>
  ipaddr.isValid(listensOn) && ipaddr.process(listensOn).range() === "loopback" ? "all" : [];

const entriesOf = (text: string): string[] =>
  text
    .split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");

const isPlace = (entry: string): boolean =>
  ipaddr.isValidCIDR(entry) || ipaddr.isValid(entry) || HOST.test(entry);

// The same database from every folder; bundled code has no folder of its own, and runs in the checkout.
function checkout(): string {
  const here: string | undefined = import.meta.dirname;
  return here === undefined ? process.cwd() : join(here, "..");
}
