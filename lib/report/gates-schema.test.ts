import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { gatesJsonSchema } from "./gates-schema.ts";
import { SAMPLE_GATES, UNLISTED_GATES } from "./testing/sample-gates.ts";

const published: unknown = JSON.parse(
  readFileSync(new URL("../../public/gateline.gates-1.schema.json", import.meta.url), "utf8"),
);

test("the published schema is the one that the code has", () => {
  expect(published).toEqual(JSON.parse(JSON.stringify(gatesJsonSchema())));
});

test("it takes a whole catalogue, also one without a list of files, and refuses one that lacks or adds a key", () => {
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(
    gatesJsonSchema(),
  );
  const { orphans: _, ...lacking } = SAMPLE_GATES;
  expect(
    [SAMPLE_GATES, UNLISTED_GATES, lacking, { ...SAMPLE_GATES, more: 1 }].map((document) =>
      validate(document),
    ),
  ).toEqual([true, true, false, false]);
});
