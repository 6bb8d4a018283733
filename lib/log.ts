import pino from "pino";
import { readEnv } from "./env.ts";

// A wildcard does not reach the top level, so each name stands twice.
const SECRETS = ["token", "authorization", "sealedToken", "password", "GATELINE_KEY"];

export const log = pino(
  {
    level: readEnv().GATELINE_LOG,
    base: null,
    redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`]), censor: "[redacted]" },
  },
  pino.destination({ dest: 2, sync: true }),
);
