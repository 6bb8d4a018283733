import { orNotFound, readMoment } from "#/app/_server/page-data.ts";
import { ProgramSettingsScreen } from "#/components/program/program-settings-screen.tsx";
import { readProgramOrThrow } from "#/lib/read/program.ts";
import { readScopeOrThrow } from "#/lib/read/scope.ts";
import { readSources } from "#/lib/read/sources.ts";

export const metadata = { title: "Settings" };

export default async function ProgramSettingsPage(props: PageProps<"/p/[slug]/settings">) {
  const { slug } = await props.params;
  const { clock } = await readMoment();
  const [program, scope, { sources }] = await orNotFound(
    Promise.all([readProgramOrThrow({ slug, clock }), readScopeOrThrow({ slug }), readSources()]),
  );
  const choices = sources.map(({ id, name, kind }) => ({ id, name, kind }));
  return <ProgramSettingsScreen program={program} scope={scope} sources={choices} />;
}
