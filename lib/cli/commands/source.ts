import { Command } from "commander";
import { AddSourceInput } from "#/lib/contract/inputs.ts";
import { AppError } from "#/lib/errors.ts";
import { parseOrUsage, withDatabase } from "../with-database.ts";

/** `gateline source add`: adds a forge or a local clone, after asking it. */
export function sourceCommand(): Command {
  const add = new Command("add")
    .description("add a forge by its address, or a local clone by its folder")
    .argument("<name>", "a name of your choice")
    .argument("<url>", "https://host of a Gitea or Forgejo, or the folder of a clone")
    .option("--kind <kind>", "gitea or git; told from the address when left out")
    .option("--token-env <variable>", "the environment variable that holds the token")
    .action((name: string, url: string, options: { kind?: string; tokenEnv?: string }) =>
      addSource(name, url, options),
    );
  return new Command("source").description("forges and clones to read from").addCommand(add);
}

async function addSource(
  name: string,
  url: string,
  options: { kind?: string; tokenEnv?: string },
): Promise<void> {
  const kind = options.kind ?? (/^https?:/.test(url) ? "gitea" : "git");
  const input = parseOrUsage(AddSourceInput, {
    name,
    url,
    kind,
    token: tokenFrom(options.tokenEnv),
  });
  await withDatabase(async (ctx) => {
    const { probeSource } = await import("#/lib/sync/ask-source.ts");
    const { addSource: add } = await import("#/lib/workflow/add-source.ts");
    const probe = await probeSource(input);
    const id = await add({ ctx, input: { ...input, probe } });
    console.log(`source ${id}: ${name}, ${probe.version}`);
    for (const limit of probe.limits) console.log(`  ${limit}`);
  });
}

// A token on the command line would stand in the shell's history and in the list of processes.
function tokenFrom(variable: string | undefined): string | undefined {
  if (variable === undefined) return undefined;
  const token = process.env[variable];
  if (!token) throw new AppError("usage", `The environment variable ${variable} is not set.`);
  return token;
}
