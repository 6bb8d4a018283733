import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { DecayView as Decay, type DecayView } from "#/lib/contract/item.ts";
import { LOSS_CAUSES } from "#/lib/coverage/gate/decay/loss-causes.ts";
import { DecayNote } from "./decay-note.tsx";
import { sayCause } from "./say-decay.ts";

const decay = (more: Partial<DecayView>): DecayView =>
  Decay.parse({
    cause: "masked",
    why: "its failure is swallowed by || true (line 14)",
    gate: ".gitea/workflows/ci.yml:e2e",
    name: "ci / e2e",
    gateId: 3,
    workflow: ".gitea/workflows/ci.yml",
    line: 6,
    url: null,
    rung: "blocking",
    seenAt: "2026-06-12T18:00:00.000Z",
    mendedAt: null,
    ...more,
  });

const textOf = (decays: DecayView[]): string => {
  const view = { decays, program: { slug: "a", timeZone: "UTC" } };
  return renderToStaticMarkup(createElement(DecayNote, { view }))
    .replace(/<[^>]*>/g, "")
    .replaceAll("  ", " ");
};

describe("what an item says of its gates", () => {
  test("names the rung, the day, the gate, the cause and the place", () => {
    expect(textOf([decay({})])).toBe(
      "Fell from blocking on 12 June 2026: ci / e2e was masked: its failure is swallowed by || true (line 14) (.gitea/workflows/ci.yml:6).",
    );
  });

  test("folds away what was mended, with the day", () => {
    const text = textOf([decay({ mendedAt: "2026-06-14T08:00:00.000Z" })]);
    expect(text).toMatch(/^Fell 1 time before, and was mended/);
    expect(text).toMatch(/Mended on 14 June 2026\.$/);
  });

  test("is nothing where no gate decayed", () => {
    expect(textOf([])).toBe("");
  });

  test("has words for every cause", () => {
    expect(new Set(LOSS_CAUSES.map(sayCause)).size).toBe(LOSS_CAUSES.length);
  });
});
