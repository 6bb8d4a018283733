import { parseArgs } from "node:util";
import { AppError, messageOf } from "#/lib/errors.ts";

export type EvalOptions = {
  readonly labels: string;
  readonly clones: string;
  /** Null when gates are not compared. */
  readonly gates: string | null;
  readonly json: boolean;
};

export const USAGE = "usage: npm run eval -- --labels FILE --clones DIR [--gates FILE] [--json]";

/** What the arguments ask for; throws a usage error that says what is missing or not known. */
export function readOptions(args: readonly string[]): EvalOptions {
  const { labels, clones, gates, json } = parse(args);
  if (!labels) throw new AppError("usage", "--labels FILE is missing.");
  if (!clones) throw new AppError("usage", "--clones DIR is missing.");
  if (gates === "") throw new AppError("usage", "--gates needs a file.");
  return { labels, clones, gates: gates ?? null, json: json ?? false };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        labels: { type: "string" },
        clones: { type: "string" },
        gates: { type: "string" },
        json: { type: "boolean" },
      },
    }).values;
  } catch (cause) {
    throw new AppError("usage", messageOf(cause), { cause });
  }
}
