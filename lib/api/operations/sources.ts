import { z } from "zod";
import { requirePermission } from "#/lib/auth/permissions.ts";
import { AddSourceInput, EditSourceInput } from "#/lib/contract/inputs.ts";
import { readSources } from "#/lib/read/sources.ts";
import { probeSource, probeStored } from "#/lib/sync/ask-source.ts";
import { addSource } from "#/lib/workflow/add-source.ts";
import { editSource } from "#/lib/workflow/edit-source.ts";
import { makeHook } from "#/lib/workflow/make-hook.ts";
import { startSync } from "#/lib/workflow/start-sync.ts";
import { operation } from "../operation.ts";
import { RowId } from "../row-id.ts";

export const sourceOperations = [
  operation({
    name: "list_sources",
    route: "GET /sources",
    input: z.object({}),
    run: () => readSources(),
  }),
  operation({
    name: "add_source",
    route: "POST /sources",
    status: 201,
    input: AddSourceInput,
    run: async ({ actor, clock }, input) => {
      const ctx = { actor: await actor(), now: clock };
      // Refused before the server goes out to an address for somebody.
      requirePermission(ctx.actor, "source.manage");
      const probe = await probeSource(input);
      return { id: await addSource({ ctx, input: { ...input, probe } }), probe };
    },
  }),
  operation({
    name: "edit_source",
    route: "PATCH /sources/{id}",
    input: EditSourceInput.extend({ id: RowId }),
    run: async ({ actor, clock }, { id, token }) => {
      const ctx = { actor: await actor(), now: clock };
      requirePermission(ctx.actor, "source.manage");
      const probe = await probeStored(id, token);
      await editSource({ ctx, input: { id, token, probe } });
      return { id, probe };
    },
  }),
  operation({
    name: "make_hook_secret",
    route: "POST /sources/{id}/hook",
    input: z.object({ id: RowId }),
    run: async ({ actor, clock }, { id }) => ({
      path: `/api/webhooks/${id}`,
      secret: await makeHook({ ctx: { actor: await actor(), now: clock }, input: { id } }),
    }),
  }),
  operation({
    name: "sync_source",
    route: "POST /sources/{id}/sync",
    status: 202,
    input: z.object({ id: RowId }),
    run: async ({ actor, clock }, { id }) => ({
      repositories: await startSync({
        ctx: { actor: await actor(), now: clock },
        input: { sourceId: id },
      }),
    }),
  }),
];
