import { z } from "zod";
import type { ForgeKind } from "#/lib/coverage/gate/workflow-directory.ts";

const Probe = z.object({ version: z.string() });

/** The kind of forge that a source is; Forgejo answers the version of the Gitea that it descends from behind its own. */
export function forgeOf(source: { readonly kind: string; readonly probe: unknown }): ForgeKind {
  if (source.kind === "git" || source.kind === "github") return source.kind;
  const probe = Probe.safeParse(source.probe);
  return probe.success && probe.data.version.includes("+gitea-") ? "forgejo" : "gitea";
}
