import { orNotFound, readMoment } from "#/app/_server/page-data.ts";
import { GatesScreen } from "#/components/gate/gates-screen.tsx";
import { readGatesOrThrow } from "#/lib/read/gates.ts";

export const metadata = { title: "Gates" };

export default async function GatesPage(props: PageProps<"/p/[slug]/gates">) {
  const { slug } = await props.params;
  await readMoment();
  const view = await orNotFound(readGatesOrThrow({ slug }));
  return <GatesScreen view={view} />;
}
