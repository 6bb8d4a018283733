import { z } from "zod";
import { DecideFixInput, DecideTestKindInput } from "#/lib/contract/inputs.ts";
import { MergedFilter } from "#/lib/contract/merged.ts";
import { readMergedOrThrow } from "#/lib/read/merged.ts";
import { decideFix } from "#/lib/workflow/decide-fix.ts";
import { decideTestKind } from "#/lib/workflow/decide-test-kind.ts";
import { type Call, operation } from "../operation.ts";

const Slug = z.object({ slug: z.string() });
const ctxOf = async ({ actor, clock }: Call) => ({ actor: await actor(), now: clock });

export const mergedOperations = [
  operation({
    name: "list_merged",
    route: "GET /programs/{slug}/merged",
    input: MergedFilter.extend(Slug.shape),
    run: (_call, { slug, ...filter }) => readMergedOrThrow({ slug, filter }),
  }),
  operation({
    name: "decide_fix",
    route: "POST /programs/{slug}/merged/decide",
    input: DecideFixInput.extend(Slug.shape),
    run: async (call, input) => {
      await decideFix({ ctx: await ctxOf(call), input });
      return {};
    },
  }),
  operation({
    name: "decide_test_kind",
    route: "POST /programs/{slug}/test-kinds",
    input: DecideTestKindInput.extend(Slug.shape),
    run: async (call, input) => {
      await decideTestKind({ ctx: await ctxOf(call), input });
      return {};
    },
  }),
];
