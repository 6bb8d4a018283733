import { expect, test } from "vitest";
import type { Standing } from "#/lib/coverage/verdict.ts";
import { sayEffect } from "./judge-open-say.ts";

const at = (more: Partial<Standing>): Standing => ({
  rung: "gated",
  missed: null,
  unknownAbove: null,
  evidence: [],
  ...more,
});
const gap = at({ rung: "none", missed: "tested" });
const OBSTACLE = "ci.yml:e2e runs its test. It is masked: || true.";
const NOT_REQUIRED = "The default branch does not require e2e.";

type Effect = Parameters<typeof sayEffect>[0];

test.each<[string, Partial<Effect>, string]>([
  ["it closes them all", { closes: 3 }, "Its own evidence reaches the rung gated."],
  [
    "it takes green jobs",
    { closes: 3, standing: at({ rung: "blocking" }) },
    "Its own evidence reaches the rung blocking if its jobs are green when it is merged.",
  ],
  ["it names no fix", { named: 0 }, "It names no fix of this program that it covers."],
  ["it names no gap", {}, "What it says it covers is no gap at gated."],
  [
    "no change but the fix moves the founding measure",
    { measure: "has_test@1", open: [gap] },
    "has_test@1 looks at a fix's own files alone, so no other change moves it.",
  ],
  [
    "a rung below is not enough",
    {
      measure: "blocking",
      standing: at({ rung: "executed", missed: "blocking", missedBecause: NOT_REQUIRED }),
      open: [gap],
    },
    `Its own evidence reaches the rung executed if its jobs are green when it is merged, and blocking is asked for. ${NOT_REQUIRED}`,
  ],
  [
    "what keeps it from being gated is said",
    {
      standing: at({ rung: "tested", missed: "gated", missedBecause: OBSTACLE }),
      open: [gap],
    },
    `Its own evidence reaches the rung tested, and gated is asked for. ${OBSTACLE}`,
  ],
  [
    "and nothing where nothing is known of it",
    { standing: at({ rung: "tested", missed: "gated" }), open: [gap] },
    "Its own evidence reaches the rung tested, and gated is asked for.",
  ],
  [
    "its files could not be read",
    {
      standing: at({ rung: "none", unknownAbove: { rung: "tested", missing: "They are gone" } }),
      open: [gap],
    },
    "How far its own evidence reaches is not known, and gated is asked for. They are gone.",
  ],
  [
    "it brings no test",
    { standing: gap, open: [gap] },
    "It brings no evidence of a test, and gated is asked for.",
  ],
  [
    "one of them stays open for its own reason",
    { closes: 2, open: [at({ rung: "tested", missed: "gated", missedBecause: "Its filters." })] },
    "Its own evidence reaches the rung gated. One that it names stays open. Its filters.",
  ],
  [
    "several stay open for none that is told",
    { closes: 1, open: [gap, gap] },
    "Its own evidence reaches the rung gated. 2 that it names stay open.",
  ],
])("%s", (_what, more, text) => {
  const effect = { measure: "gated", standing: at({}), named: 3 } as const;
  expect(sayEffect({ ...effect, closes: 0, open: [], ...more })).toBe(text);
});
