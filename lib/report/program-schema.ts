import { z } from "zod";
import { ProgramDocument } from "./program-document.ts";

/** The published JSON Schema of `gateline.report/1`; `public/gateline.report-1.schema.json` is this, written out. */
export function programJsonSchema(): object {
  return {
    title: "gateline.report/1",
    description: "What `gateline report --format json` prints.",
    ...z.toJSONSchema(ProgramDocument, { target: "draft-2020-12" }),
  };
}
