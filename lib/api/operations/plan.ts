import { z } from "zod";
import { PlanWordInput } from "#/lib/contract/plan.ts";
import { MEASURES } from "#/lib/coverage/measure.ts";
import { readPlanOrThrow } from "#/lib/read/plan.ts";
import { readProgramOrThrow } from "#/lib/read/program.ts";
import { renderPlanMarkdown } from "#/lib/report/plan-markdown.ts";
import { planWork } from "#/lib/workflow/plan-work.ts";
import { operation } from "../operation.ts";

const Measured = z.object({ slug: z.string(), measure: z.enum(MEASURES).optional() });

export const planOperations = [
  operation({
    name: "get_plan",
    route: "GET /programs/{slug}/plan",
    input: Measured,
    run: async ({ clock, reader }, input) =>
      readPlanOrThrow({ ...input, clock, actorId: (await reader())?.id ?? null }),
  }),
  operation({
    name: "export_plan",
    route: "GET /programs/{slug}/plan.md",
    input: Measured,
    run: async ({ clock }, input) => {
      const [program, plan] = await Promise.all([
        readProgramOrThrow({ slug: input.slug, clock }),
        readPlanOrThrow({ ...input, clock, actorId: null }),
      ]);
      return new Response(renderPlanMarkdown({ program, plan }), {
        headers: { "content-type": "text/markdown; charset=utf-8" },
      });
    },
  }),
  operation({
    name: "plan_work",
    route: "POST /programs/{slug}/plan/words",
    status: 201,
    input: PlanWordInput.extend({ slug: z.string() }),
    run: async ({ clock, actor }, input) => ({
      word: await planWork({ ctx: { actor: await actor(), now: clock }, input }),
    }),
  }),
];
