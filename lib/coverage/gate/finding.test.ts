import { expect, test } from "vitest";
import { FINDING_KINDS, FINDING_MEANINGS } from "./finding.ts";

test.each(FINDING_KINDS)("%s is explained in one sentence of its own", (kind) => {
  expect(FINDING_MEANINGS[kind]).toMatch(/^[A-Z][^.]*\.$/);
  expect(
    Object.values(FINDING_MEANINGS).filter((text) => text === FINDING_MEANINGS[kind]),
  ).toHaveLength(1);
});
