import { expect, test } from "vitest";
import { renderProgramCsv } from "./program-csv.ts";
import { SAMPLE_PROGRAM_DOCUMENT as DOCUMENT } from "./testing/sample-program.ts";

test("a row for each figure, cluster and rest; what cannot be said is an empty cell, and no cell runs", () => {
  expect(renderProgramCsv(DOCUMENT)).toMatchInlineSnapshot(`
    "row,measure,alias,repository,cluster,covered,of,percent,low,high,gap,waived,unknown,in_scope,as_of,policy,program
    program,tested,,,,4,6,66.7,,,2,0,0,6,2026-06-12T18:00:00.000Z,gated@3,safety
    repository,tested,core,owner/core,,3,3,100.0,,,0,0,0,3,2026-06-12T18:00:00.000Z,gated@3,safety
    repository,tested,cp,owner/cp,,1,3,33.3,,,2,0,0,3,2026-06-12T18:00:00.000Z,gated@3,safety
    program,gated,,,,1,4,25.0,20.0,40.0,3,1,1,6,2026-06-12T18:00:00.000Z,gated@3,safety
    repository,gated,core,owner/core,,1,2,50.0,,,1,1,0,3,2026-06-12T18:00:00.000Z,gated@3,safety
    repository,gated,cp,owner/cp,,0,2,,0.0,33.3,2,0,1,3,2026-06-12T18:00:00.000Z,gated@3,safety
    program,executed,,,,0,0,,0.0,100.0,0,0,6,6,2026-06-12T18:00:00.000Z,gated@3,safety
    repository,executed,core,owner/core,,0,0,,0.0,100.0,0,0,3,3,2026-06-12T18:00:00.000Z,gated@3,safety
    repository,executed,cp,owner/cp,,0,0,,0.0,100.0,0,0,3,3,2026-06-12T18:00:00.000Z,gated@3,safety
    cluster,gated,,,deploy,,,,,,2,,,,2026-06-12T18:00:00.000Z,gated@3,safety
    cluster,gated,,,'=closed,,,,,,0,,,,2026-06-12T18:00:00.000Z,gated@3,safety
    unclustered,gated,core,,,,,,,,1,,,,2026-06-12T18:00:00.000Z,gated@3,safety
    unclustered,gated,cp,,,,,,,,0,,,,2026-06-12T18:00:00.000Z,gated@3,safety
    "
  `);
});

test("without a measure there is a head and nothing else", () => {
  const empty = { ...DOCUMENT, measures: [], clusters: [], unclustered: [] };
  expect(renderProgramCsv(empty).trimEnd().split("\n")).toHaveLength(1);
});
