import { z } from "zod";
import { AuditDocument } from "./audit-document.ts";

/** The published JSON Schema of `gateline.audit/1`; `public/gateline.audit-1.schema.json` is this, written out. */
export function auditJsonSchema(): object {
  return {
    title: "gateline.audit/1",
    description: "What `gateline audit --format json` prints.",
    ...z.toJSONSchema(AuditDocument, { target: "draft-2020-12" }),
  };
}
