import { resolve } from "node:path";
import { Command } from "commander";
import { AddSourceInput, EditSourceInput } from "#/lib/contract/inputs.ts";
import { AppError } from "#/lib/errors.ts";
import { numberOf, parseOrUsage, withDatabase } from "../with-database.ts";

/** `gateline source add`: adds a forge or a local clone, after asking it. */
export function sourceCommand(): Command {
  const add = new Command("add")
    .description("add a forge by its address, or a local clone by its folder")
    .argument("<name>", "a name of your choice")
    .argument("<url>", "https://host of a Gitea, Forgejo or GitHub, or the folder of a clone")
    .option(
      "--kind <kind>",
      "gitea, github or git; told from the address when left out, where a GitHub of your own is not",
    )
    .option("--token-env <variable>", "the environment variable that holds the token")
    .action((name: string, url: string, options: { kind?: string; tokenEnv?: string }) =>
      addSource(name, url, options),
    );
  const edit = new Command("edit")
    .description("give a source another token; its repositories and gap numbers stay")
    .argument("<source>", "its number, as `gateline source list` prints it")
    .requiredOption("--token-env <variable>", "the environment variable that holds the token")
    .action((source: string, options: { tokenEnv: string }) =>
      editSource(source, options.tokenEnv),
    );
  const list = new Command("list")
    .description("the sources with their numbers, and what each does not let us see")
    .action(() => withDatabase(listSources));
  const command = new Command("source").description("forges and clones to read from");
  for (const child of [add, edit, list]) command.addCommand(child);
  return command;
}

async function listSources(): Promise<void> {
  const { readSources } = await import("#/lib/read/sources.ts");
  for (const { id, name, kind, url, state, limits } of (await readSources()).sources) {
    console.log(`${id}  ${name}  ${kind}  ${url}  ${state}`);
    for (const limit of limits) console.log(`   ${limit}`);
  }
}

async function editSource(source: string, variable: string): Promise<void> {
  const id = numberOf(source);
  const { token } = parseOrUsage(EditSourceInput, { token: tokenFrom(variable) });
  await withDatabase(async (ctx) => {
    const { probeStored } = await import("#/lib/sync/ask-source.ts");
    const { editSource: edit } = await import("#/lib/workflow/edit-source.ts");
    const probe = await probeStored(id, token);
    await edit({ ctx, input: { id, token, probe } });
    console.log(`source ${id} answers to the new token`);
    for (const limit of probe.limits) console.log(`  ${limit}`);
  });
}

async function addSource(
  name: string,
  url: string,
  options: { kind?: string; tokenEnv?: string },
): Promise<void> {
  const kind = options.kind ?? kindOfAddress(url);
  const input = parseOrUsage(AddSourceInput, {
    name,
    // The worker runs in another folder than this command.
    url: kind === "git" ? resolve(url) : url,
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

function kindOfAddress(url: string): string {
  if (!/^https?:/.test(url)) return "git";
  return /^https?:\/\/(www\.)?github\.com(\/|$)/.test(url) ? "github" : "gitea";
}

// A token on the command line would stand in the shell's history and in the list of processes.
function tokenFrom(variable: string | undefined): string | undefined {
  if (variable === undefined) return undefined;
  const token = process.env[variable];
  if (!token) throw new AppError("usage", `The environment variable ${variable} is not set.`);
  return token;
}
