import { z } from "zod";
import { PRIORITIES } from "./gaps.ts";
import { DeclarationView } from "./item.ts";

export const DeclaredView = DeclarationView.extend({
  /** Its item, shown as GAP-<item>; null before it was judged for the first time. */
  item: z.int().nullable(),
  /** Whether it is in the counts: it is judged, and its repository is audited and in scope. */
  counts: z.boolean(),
  title: z.string(),
  priority: z.enum(PRIORITIES),
  /** Null where its repository left the program's scope. */
  alias: z.string().nullable(),
  /** When it was taken out of scope; null while it counts. */
  withdrawn: z.object({ at: z.iso.datetime(), by: z.string(), reason: z.string() }).nullable(),
});
export type DeclaredView = z.infer<typeof DeclaredView>;
