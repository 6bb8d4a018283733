import Link from "next/link";
import type { PlanEntryView } from "#/lib/contract/plan.ts";
import type { Measure } from "#/lib/coverage/measure.ts";
import { paths } from "../layout/paths.ts";

type Place = { readonly slug: string; readonly measure: Measure };

function hrefOf({ cluster, gate, kind, gaps }: PlanEntryView, { slug, measure }: Place) {
  if (cluster !== null) return paths.cluster(slug, cluster, measure);
  if (gate !== null) return paths.gate(slug, gate.id);
  const [only] = gaps;
  return kind === "declared" && only ? paths.gap(only.item) : null;
}

/** The title of an entry, as the way to its cluster, its gate or its gap. */
export function EntryName({ entry, ...place }: { entry: PlanEntryView } & Place) {
  const href = hrefOf(entry, place);
  if (href === null) return entry.title;
  return (
    <Link href={href} prefetch={false} className="scroll-mt-20 hover:underline">
      {entry.title}
    </Link>
  );
}
