// npm run eval measures the engine against labels by hand; with --json one document and nothing else on standard output.

import { toExitCode } from "#/lib/cli/to-exit-code.ts";
import { AppError, messageOf } from "#/lib/errors.ts";
import { readOptions, USAGE } from "./eval/read-options.ts";
import { runEval } from "./eval/run-eval.ts";

try {
  const options = readOptions(process.argv.slice(2));
  const text = await runEval(options, (sentence) => console.error(sentence));
  await new Promise((resolve) => process.stdout.write(text, resolve));
} catch (error) {
  console.error(`eval: ${messageOf(error)}`);
  if (error instanceof AppError && error.code === "usage") console.error(USAGE);
  process.exitCode = toExitCode(error);
}
