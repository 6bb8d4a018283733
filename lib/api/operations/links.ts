import { z } from "zod";
import { DecideLinkInput, RecordGuardInput } from "#/lib/contract/inputs.ts";
import { readLinksOrThrow } from "#/lib/read/links.ts";
import { decideLink } from "#/lib/workflow/decide-link.ts";
import { recordGuard } from "#/lib/workflow/record-guard.ts";
import { type Call, operation } from "../operation.ts";
import { RowId } from "../row-id.ts";

const Slug = z.object({ slug: z.string() });
const Page = z.object({ page: z.coerce.number().int().min(1).max(100_000).default(1) });
const ctxOf = async ({ actor, clock }: Call) => ({ actor: await actor(), now: clock });

export const linkOperations = [
  operation({
    name: "list_links",
    route: "GET /programs/{slug}/links",
    input: Page.extend(Slug.shape),
    run: (_call, input) => readLinksOrThrow(input),
  }),
  operation({
    name: "decide_link",
    route: "POST /programs/{slug}/links/decide",
    input: DecideLinkInput.extend(Slug.shape),
    run: async (call, input) => {
      await decideLink({ ctx: await ctxOf(call), input });
      return {};
    },
  }),
  operation({
    name: "record_guard",
    route: "POST /gaps/{item}/guard",
    input: RecordGuardInput.extend({ item: RowId }),
    run: async (call, input) => {
      await recordGuard({ ctx: await ctxOf(call), input });
      return {};
    },
  }),
];
