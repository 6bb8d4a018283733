import type { ReactNode } from "react";
import { orNotFound, readMoment } from "#/app/_server/page-data.ts";
import { Shell } from "#/app/_server/shell.tsx";
import { readProgramOrThrow } from "#/lib/read/program.ts";

export default async function ProgramLayout({
  params,
  children,
}: {
  params: Promise<{ slug: string }>;
  children: ReactNode;
}) {
  const { slug } = await params;
  const { clock } = await readMoment();
  const program = await orNotFound(readProgramOrThrow({ slug, clock }));
  return <Shell program={program}>{children}</Shell>;
}
