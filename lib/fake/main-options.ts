import { parseArgs } from "node:util";
import { skinOf } from "./gitea/skin.ts";

export type MainOptions = {
  port: number;
  /** Of Gitea or Forgejo; null answers as GitHub. */
  version: string | null;
  latencyMs: number;
  /** Null where nothing goes wrong. */
  faultsSeed: number | null;
  token: string | null;
};

export const HELP =
  "Options: --port 3999, --as 1.22.6 | 16.0.1+gitea-1.22.0 | github, --latency MS, --faults SEED, --token TEXT; or FAKE_AS, FAKE_LATENCY, FAKE_FAULTS, FAKE_TOKEN and PORT in the environment.";

type Environment = Readonly<Record<string, string | undefined>>;

/** What arguments say, and where they are silent the environment; throws a sentence with the options where something is no value. */
export function readMainOptions(args: string[], environment: Environment): MainOptions {
  const { values } = parsed(args);
  const said = (name: keyof typeof values, variable: string): string | undefined =>
    values[name] ?? (environment[variable] || undefined);
  const number = (name: keyof typeof values, variable: string): number | null => {
    const text = said(name, variable);
    if (text === undefined) return null;
    if (/^\d{1,9}$/.test(text)) return Number(text);
    throw new Error(`--${name} takes a whole number, not ${JSON.stringify(text)}. ${HELP}`);
  };
  return {
    port: number("port", "PORT") ?? 3999,
    version: versionOf(said("as", "FAKE_AS") ?? "1.27.0"),
    latencyMs: number("latency", "FAKE_LATENCY") ?? 0,
    faultsSeed: number("faults", "FAKE_FAULTS"),
    token: said("token", "FAKE_TOKEN") ?? null,
  };
}

function parsed(args: string[]) {
  const text = { type: "string" } as const;
  const options = { port: text, as: text, latency: text, faults: text, token: text };
  try {
    return parseArgs({ args, options });
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : "Unreadable options"} ${HELP}`, {
      cause: error,
    });
  }
}

function versionOf(text: string): string | null {
  if (text === "github") return null;
  try {
    skinOf({ version: text });
    return text;
  } catch (error) {
    throw new Error(`--as takes a version or github, not ${JSON.stringify(text)}. ${HELP}`, {
      cause: error,
    });
  }
}
