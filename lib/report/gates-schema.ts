import { z } from "zod";
import { GatesDocument } from "./gates-document.ts";

/** The published JSON Schema of `gateline.gates/1`; `public/gateline.gates-1.schema.json` is this, written out. */
export function gatesJsonSchema(): object {
  return {
    title: "gateline.gates/1",
    description: "What `gateline gates --format json` prints.",
    ...z.toJSONSchema(GatesDocument, { target: "draft-2020-12" }),
  };
}
