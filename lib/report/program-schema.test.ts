import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { renderProgramJson } from "./program-json.ts";
import { programJsonSchema } from "./program-schema.ts";
import { SAMPLE_PROGRAM_DOCUMENT as DOCUMENT } from "./testing/sample-program.ts";

const published: unknown = JSON.parse(
  readFileSync(new URL("../../public/gateline.report-1.schema.json", import.meta.url), "utf8"),
);

test("the published schema is the one that the code has", () => {
  expect(published).toEqual(JSON.parse(JSON.stringify(programJsonSchema())));
});

test("it takes a whole report as it is printed and refuses one that lacks or adds a key", () => {
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(
    programJsonSchema(),
  );
  const { plan: _, ...lacking } = DOCUMENT;
  const printed: unknown = JSON.parse(renderProgramJson(DOCUMENT));
  expect(
    [printed, lacking, { ...DOCUMENT, more: 1 }].map((document) => validate(document)),
  ).toEqual([true, false, false]);
});
