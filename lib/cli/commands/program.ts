import { Command } from "commander";
import { AddProgramInput, EditProgramInput, PutInScopeInput } from "#/lib/contract/inputs.ts";
import { AppError } from "#/lib/errors.ts";
import { numberOf, parseOrUsage, withDatabase } from "../with-database.ts";

type Options = Record<string, string | undefined>;
const dayOf = (day: string) => new Date(`${day}T00:00:00Z`);

/** `gateline program add | edit | archive | scope`. */
export function programCommand(): Command {
  const options = (command: Command) =>
    command
      .option("--mandate <text>", "what the program promises, in its own words")
      .option("--time-zone <zone>", "days and weeks are counted in it");
  const add = options(new Command("add").description("make a program"))
    .argument("<slug>", "its address, like safety-2026")
    .argument("<name>", "its name")
    .requiredOption("--fixes-since <date>", "fixes merged on or after this day are items")
    .option("--preset <policy>", "audit, gated, blocking or proven")
    .action((slug: string, name: string, given: Options) => addProgram({ ...given, slug, name }));
  const edit = options(new Command("edit").description("change a program"))
    .argument("<slug>", "its address")
    .option("--name <name>", "another name")
    .option("--fixes-since <date>", "another first day of the scope")
    .action((slug: string, given: Options) => editProgram(slug, given));
  const archive = new Command("archive")
    .description("put a program away; what it shows stays readable")
    .argument("<slug>", "its address")
    .action((slug: string) => archiveProgram(slug));
  const scope = new Command("scope")
    .description("put a repository in a program's scope")
    .argument("<slug>", "the program's address")
    .argument("<source>", "the source's number, as `gateline source list` prints it")
    .argument("<repository>", "owner/name; any word for a clone")
    .requiredOption("--alias <alias>", "what the program calls it")
    .option("--no-sync", "in scope, but not synced")
    .action(
      (slug: string, source: string, fullName: string, given: { alias: string; sync: boolean }) =>
        putInScope(slug, {
          sourceId: numberOf(source),
          fullName,
          alias: given.alias,
          syncEnabled: given.sync,
        }),
    );
  const command = new Command("program").description("programs and their scope");
  for (const child of [add, edit, archive, scope]) command.addCommand(child);
  return command;
}

async function addProgram(given: Options): Promise<void> {
  const { preset, fixesSince, ...input } = parseOrUsage(AddProgramInput, given);
  await withDatabase(async (ctx) => {
    const { addProgram: add } = await import("#/lib/workflow/add-program.ts");
    const { PolicyRules, PRESETS } = await import("#/lib/coverage/policy.ts");
    await add({
      ctx,
      input: { ...input, fixesSince: dayOf(fixesSince), rules: PolicyRules.parse(PRESETS[preset]) },
    });
    console.log(`program ${input.slug}: policy ${preset}, fixes since ${fixesSince}`);
  });
}

async function editProgram(slug: string, given: Options): Promise<void> {
  const { fixesSince, preset: _, ...input } = parseOrUsage(EditProgramInput, given);
  if (Object.values({ fixesSince, ...input }).every((value) => value === undefined)) {
    throw new AppError(
      "usage",
      "Say what to change: --name, --mandate, --fixes-since or --time-zone. The policy is chosen on its own page.",
    );
  }
  await withDatabase(async (ctx) => {
    const { editProgram: edit } = await import("#/lib/workflow/edit-program.ts");
    await edit({
      ctx,
      input: { ...input, slug, ...(fixesSince ? { fixesSince: dayOf(fixesSince) } : {}) },
    });
    console.log(`program ${slug} changed; the worker judges it anew`);
  });
}

async function archiveProgram(slug: string): Promise<void> {
  await withDatabase(async (ctx) => {
    const { archiveProgram: archive } = await import("#/lib/workflow/archive-program.ts");
    await archive({ ctx, input: { slug } });
    console.log(`program ${slug} archived`);
  });
}

async function putInScope(slug: string, given: object): Promise<void> {
  const { fullName, ...input } = parseOrUsage(PutInScopeInput, given);
  await withDatabase(async (ctx) => {
    const { findRepository } = await import("#/lib/sync/ask-source.ts");
    const { putInScope: put } = await import("#/lib/workflow/put-in-scope.ts");
    const { enqueue } = await import("#/lib/jobs/queue.ts");
    const repository = await findRepository(input.sourceId, fullName);
    const repositoryId = await put({ ctx, input: { ...input, slug, repository } });
    if (input.syncEnabled) await enqueue("sync-repository", { repositoryId });
    console.log(`${repository.fullName} is in scope of ${slug} as ${input.alias}`);
  });
}
