import { z } from "zod";
import { DeclareGapInput, EditDeclaredGapInput } from "#/lib/contract/inputs.ts";
import { readDeclaredOrThrow } from "#/lib/read/declared.ts";
import { declareGap } from "#/lib/workflow/declare-gap.ts";
import { editDeclaredGap } from "#/lib/workflow/edit-declared-gap.ts";
import { type Call, operation } from "../operation.ts";
import { RowId } from "../row-id.ts";

const Slug = z.object({ slug: z.string() });
const ctxOf = async ({ actor, clock }: Call) => ({ actor: await actor(), now: clock });

export const declaredOperations = [
  operation({
    name: "list_declared_gaps",
    route: "GET /programs/{slug}/declared",
    input: Slug,
    run: async (_call, input) => ({ declared: await readDeclaredOrThrow(input) }),
  }),
  operation({
    name: "declare_gap",
    route: "POST /programs/{slug}/declared",
    status: 201,
    input: DeclareGapInput.extend(Slug.shape),
    run: async (call, input) => ({ id: await declareGap({ ctx: await ctxOf(call), input }) }),
  }),
  operation({
    name: "edit_declared_gap",
    route: "PATCH /programs/{slug}/declared/{id}",
    input: EditDeclaredGapInput.extend({ ...Slug.shape, id: RowId }),
    run: async (call, input) => {
      await editDeclaredGap({ ctx: await ctxOf(call), input });
      return {};
    },
  }),
];
