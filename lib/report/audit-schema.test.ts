import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { auditJsonSchema } from "./audit-schema.ts";
import { SAMPLE_AUDIT } from "./testing/sample-audit.ts";

const published: unknown = JSON.parse(
  readFileSync(new URL("../../public/gateline.audit-1.schema.json", import.meta.url), "utf8"),
);

test("the published schema is the one that the code has", () => {
  expect(published).toEqual(JSON.parse(JSON.stringify(auditJsonSchema())));
});

test("it still takes a document from before the window, the unknown counts and the orphan tests", () => {
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(
    auditJsonSchema(),
  );
  const { window: _, testFiles: __, unlisted: ___, orphans: ____, ...older } = SAMPLE_AUDIT;
  const measures = older.measures.map(({ unknown: _____, ...rest }) => rest);
  expect(validate({ ...older, measures })).toBe(true);
});

test("it takes a whole audit and refuses one that lacks or adds a key", () => {
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(
    auditJsonSchema(),
  );
  const { rungs: _, ...lacking } = SAMPLE_AUDIT;
  expect(
    [SAMPLE_AUDIT, lacking, { ...SAMPLE_AUDIT, more: 1 }].map((document) => validate(document)),
  ).toEqual([true, false, false]);
});
