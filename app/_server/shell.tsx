import "server-only";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { queryKeys } from "#/components/api/query-keys.ts";
import { AppShell } from "#/components/layout/app-shell.tsx";
import { findOperator } from "#/lib/auth/actor.ts";
import type { ProgramView } from "#/lib/contract/program.ts";
import { readPrograms } from "#/lib/read/programs.ts";
import { readSources } from "#/lib/read/sources.ts";
import { Hydrate } from "./hydrate.tsx";

/** The frame of every page, with the data that the frame itself shows. */
export async function Shell({
  program,
  children,
}: {
  program: ProgramView | null;
  children: ReactNode;
}) {
  await connection();
  const [programs, operator, sources] = await Promise.all([
    readPrograms(),
    findOperator(),
    readSources(),
  ]);
  return (
    <Hydrate queryKey={queryKeys.sources()} data={sources}>
      <AppShell programs={programs} program={program} operator={operator?.name ?? null}>
        {children}
      </AppShell>
    </Hydrate>
  );
}
