import { db } from "#/lib/store/db.ts";
import { declareGap } from "#/lib/workflow/declare-gap.ts";
import type { Ctx } from "#/lib/workflow/verb.ts";

/** When the text was published that names them. */
const SAID_AT = new Date("2026-06-12T00:29:32Z");

const GAPS = [
  {
    repo: "cp",
    title: "per-agent live-LLM-completion e2e (MiniMax-class cred drift)",
    note: "Workstream 3, known gaps, do first: (a) per-agent live-LLM-completion e2e (MiniMax-class cred drift). The first progress comment: #736 cred-liveness.",
    closedBy: [{ repo: "cp", number: 736 }],
  },
  {
    repo: "cp",
    title: "CP deploy-gate empty status-read token",
    note: "Workstream 3, known gaps, do first: (b) CP deploy-gate empty status-read token. The first progress comment: #737 deploy-gate.",
    closedBy: [{ repo: "cp", number: 737 }],
  },
  {
    repo: "core",
    title: "secret-rotation-propagation agents-team-llm-secret-sync smoke test",
    note: "Workstream 3, known gaps, do first: (c) secret-rotation-propagation agents-team-llm-secret-sync smoke test. The text names no repository, so it is kept with core, the program’s home; no comment says that it was closed.",
    closedBy: [],
  },
];

/** The three gaps that the sample's text names as to be done first, declared once: what a person does with one later stays. */
export async function declareSampleGaps(slug: string, ctx: Ctx): Promise<void> {
  for (const gap of GAPS) {
    const where = { program: { slug }, title: gap.title };
    if ((await db.declaredGap.count({ where })) > 0) continue;
    const scope = { program: { slug }, alias: gap.repo };
    if ((await db.programRepository.count({ where: scope })) === 0) continue;
    const input = { slug, priority: "P0" as const, ...gap };
    await declareGap({ ctx: { ...ctx, now: SAID_AT }, input });
  }
}
