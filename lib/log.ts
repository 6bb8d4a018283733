import pino, { type DestinationStream } from "pino";
import { readEnv } from "./env.ts";

const SECRETS = [
  "token",
  "authorization",
  "Authorization",
  "sealedToken",
  "sealedHook",
  "secret",
  "password",
  "cookie",
  "DATABASE_URL",
  "GATELINE_KEY",
  "GATELINE_KEY_PREVIOUS",
];
// A wildcard stands for exactly one level, so each name is told once for every depth.
const DEPTHS = ["", "*.", "*.*.", "*.*.*."];

/** A log whose lines go to `destination`; fields that hold secrets are struck out down to the fourth level. */
export const openLog = (destination: DestinationStream) =>
  pino(
    {
      level: readEnv().GATELINE_LOG,
      base: null,
      redact: {
        paths: DEPTHS.flatMap((depth) => SECRETS.map((name) => `${depth}${name}`)),
        censor: "[redacted]",
      },
    },
    destination,
  );

export const log = openLog(pino.destination({ dest: 2, sync: true }));
