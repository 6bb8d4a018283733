import { notFound } from "next/navigation";
import { orNotFound, readMoment } from "#/app/_server/page-data.ts";
import { GateScreen } from "#/components/gate/gate-screen.tsx";
import { filesText } from "#/components/gate/paths-of.ts";
import { GapFilter } from "#/lib/contract/gap-filter.ts";
import { readGateOrThrow } from "#/lib/read/gate.ts";

export const metadata = { title: "Gate" };

export default async function GatePage(props: PageProps<"/p/[slug]/gates/[id]">) {
  const { slug, id: asked } = await props.params;
  const { files } = await props.searchParams;
  const id = GapFilter.shape.gate.safeParse(asked).data ?? notFound();
  const moment = await readMoment();
  const view = await orNotFound(readGateOrThrow({ slug, id, ...moment }));
  return <GateScreen slug={slug} view={view} files={filesText(files)} />;
}
