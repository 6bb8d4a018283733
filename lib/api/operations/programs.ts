import { z } from "zod";
import { requirePermission } from "#/lib/auth/permissions.ts";
import {
  AddProgramInput,
  EditProgramInput,
  PutInScopeInput,
  TakeOutOfScopeInput,
} from "#/lib/contract/inputs.ts";
import { MEASURES } from "#/lib/coverage/measure.ts";
import { PolicyRules, PRESETS } from "#/lib/coverage/policy.ts";
import { enqueue } from "#/lib/jobs/queue.ts";
import { readOverviewOrThrow } from "#/lib/read/overview.ts";
import { readProgramRows } from "#/lib/read/program-rows.ts";
import { findRepository } from "#/lib/sync/ask-source.ts";
import { addProgram } from "#/lib/workflow/add-program.ts";
import { archiveProgram } from "#/lib/workflow/archive-program.ts";
import { editProgram } from "#/lib/workflow/edit-program.ts";
import { putInScope } from "#/lib/workflow/put-in-scope.ts";
import { removeSample } from "#/lib/workflow/remove-sample.ts";
import { restoreProgram } from "#/lib/workflow/restore-program.ts";
import { takeOutOfScope } from "#/lib/workflow/take-out-of-scope.ts";
import { type Call, operation } from "../operation.ts";
import { RowId } from "../row-id.ts";

const Slug = z.object({ slug: z.string() });
const ctxOf = async ({ actor, clock }: Call) => ({ actor: await actor(), now: clock });
const dateOf = (day: string) => new Date(`${day}T00:00:00Z`);

export const programOperations = [
  operation({
    name: "list_programs",
    route: "GET /programs",
    input: z.object({}),
    run: async ({ clock }) => ({ programs: await readProgramRows(clock) }),
  }),
  operation({
    name: "get_overview",
    route: "GET /programs/{slug}/overview",
    input: Slug.extend({ measure: z.enum(MEASURES).optional() }),
    run: ({ clock }, { slug, measure }) => readOverviewOrThrow({ slug, clock, measure }),
  }),
  operation({
    name: "add_program",
    route: "POST /programs",
    status: 201,
    input: AddProgramInput,
    run: async (call, { preset, fixesSince, ...input }) => {
      const rules = PolicyRules.parse(PRESETS[preset]);
      await addProgram({
        ctx: await ctxOf(call),
        input: { ...input, fixesSince: dateOf(fixesSince), rules },
      });
      return { slug: input.slug };
    },
  }),
  operation({
    name: "edit_program",
    route: "PATCH /programs/{slug}",
    input: EditProgramInput.extend(Slug.shape),
    run: async (call, { fixesSince, preset: _, ...input }) => {
      const since = fixesSince === undefined ? {} : { fixesSince: dateOf(fixesSince) };
      await editProgram({ ctx: await ctxOf(call), input: { ...input, ...since } });
      return { slug: input.slug };
    },
  }),
  operation({
    name: "archive_program",
    route: "POST /programs/{slug}/archive",
    input: Slug,
    run: async (call, input) => {
      await archiveProgram({ ctx: await ctxOf(call), input });
      return { slug: input.slug };
    },
  }),
  operation({
    name: "restore_program",
    route: "POST /programs/{slug}/restore",
    input: Slug,
    run: async (call, input) => {
      await restoreProgram({ ctx: await ctxOf(call), input });
      return { slug: input.slug };
    },
  }),
  operation({
    name: "remove_sample",
    route: "DELETE /programs/{slug}",
    input: Slug,
    run: async (call, input) => {
      await removeSample({ ctx: await ctxOf(call), input });
      return { slug: input.slug };
    },
  }),
  operation({
    name: "put_in_scope",
    route: "POST /programs/{slug}/repositories",
    status: 201,
    input: PutInScopeInput.extend({ ...Slug.shape, sourceId: RowId }),
    run: async (call, { fullName, ...input }) => {
      const ctx = await ctxOf(call);
      // Refused before the server goes out to a source for somebody.
      requirePermission(ctx.actor, "program.manage");
      const repository = await findRepository(input.sourceId, fullName);
      const repositoryId = await putInScope({ ctx, input: { ...input, repository } });
      if (input.syncEnabled) await enqueue("sync-repository", { repositoryId });
      return { repositoryId };
    },
  }),
  operation({
    name: "take_out_of_scope",
    route: "DELETE /programs/{slug}/repositories/{alias}",
    input: TakeOutOfScopeInput.extend(Slug.shape),
    run: async (call, input) => {
      await takeOutOfScope({ ctx: await ctxOf(call), input });
      return { slug: input.slug };
    },
  }),
];
