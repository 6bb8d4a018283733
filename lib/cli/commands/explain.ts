import { Argument, Command, InvalidArgumentError, Option } from "commander";
import { renderExplanation } from "#/lib/report/explanation-text.ts";
import { print } from "../print.ts";

type Options = { policy: string; format: "text" | "json" };

/** `gateline explain`: the verdict on one merged pull request and every rule that fired. */
export function explainCommand(): Command {
  return new Command("explain")
    .description("why one merged pull request is judged as it is, rule by rule")
    .addArgument(new Argument("<directory>", "work tree, .git or bare"))
    .addArgument(new Argument("<pull-request>", "its number, as 123 or #123").argParser(readNumber))
    .option("--policy <name|file>", "a preset (audit, gated, blocking, proven) or a file", "gated")
    .addOption(
      new Option("--format <format>", "form of the output")
        .choices(["text", "json"])
        .default("text"),
    )
    .allowExcessArguments(false)
    .action(async (directory: string, number: number, { policy, format }: Options) => {
      const { runExplain } = await import("../audit/run-explain.ts");
      const explanation = await runExplain({
        directory,
        number,
        policy,
        onProgress: (sentence) => process.stderr.write(`${sentence}\n`),
      });
      await print(
        format === "json"
          ? `${JSON.stringify(explanation, null, 2)}\n`
          : renderExplanation(explanation),
      );
    });
}

function readNumber(text: string): number {
  const number = /^#?(\d{1,9})$/.exec(text)?.[1];
  if (number === undefined) {
    throw new InvalidArgumentError("Give the number of a pull request, as 123 or #123.");
  }
  return Number(number);
}
