import { readMoment } from "#/app/_server/page-data.ts";
import { SourcesScreen } from "#/components/source/sources-screen.tsx";

export const metadata = { title: "Sources" };

export default async function SourcesPage() {
  const { clock } = await readMoment();
  return <SourcesScreen renderedAt={clock.toISOString()} />;
}
