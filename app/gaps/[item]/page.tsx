import type { Metadata } from "next";
import { orNotFound, readMoment } from "#/app/_server/page-data.ts";
import { readItemNumber } from "#/app/_server/read-item-number.ts";
import { Shell } from "#/app/_server/shell.tsx";
import { ItemScreen } from "#/components/item/item-screen.tsx";
import { gapName } from "#/lib/format.ts";
import { readItemOrThrow } from "#/lib/read/item.ts";

type Props = PageProps<"/gaps/[item]">;

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { item } = await props.params;
  return { title: gapName(readItemNumber(item)) };
}

export default async function ItemPage(props: Props) {
  const item = readItemNumber((await props.params).item);
  const { clock, actorId } = await readMoment();
  const view = await orNotFound(readItemOrThrow({ item, clock, actorId }));
  return (
    <Shell program={view.program}>
      <ItemScreen view={view} />
    </Shell>
  );
}
