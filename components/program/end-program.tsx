"use client";

import { AlertDialog } from "@base-ui/react/alert-dialog";
import { useRouter } from "next/navigation";
import type { ProgramView } from "#/lib/contract/program.ts";
import { paths } from "../layout/paths.ts";
import { useWrite } from "../operator/use-write.ts";
import { Button } from "../ui/button.tsx";
import { FormError } from "../ui/form-error.tsx";
import { RestoreProgram } from "./restore-program.tsx";

type End = {
  readonly verb: string;
  readonly method: "POST" | "DELETE";
  readonly path: string;
  readonly means: string;
  /** What is said once it is done. */
  readonly said: string;
};

function ConfirmedEnd({ program, end }: { program: ProgramView; end: End }) {
  const router = useRouter();
  const write = useWrite(end.said);
  const act = () =>
    write.mutate(
      { path: end.path, method: end.method },
      { onSuccess: (done) => (done ? router.push(paths.programs) : undefined) },
    );
  return (
    <AlertDialog.Root>
      <AlertDialog.Trigger render={<Button tone="danger">{end.verb}</Button>} />
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="fixed inset-0 z-40 bg-black/40" />
        <AlertDialog.Popup className="fixed top-[18vh] left-1/2 z-50 w-[min(26rem,calc(100vw-2rem))] -translate-x-1/2 rounded-xl border border-line bg-raised p-5 text-ink shadow-xl">
          <AlertDialog.Title className="wrap-anywhere font-semibold text-base">
            {end.verb}: {program.name}?
          </AlertDialog.Title>
          <AlertDialog.Description className="mt-1 mb-4 text-muted text-sm">
            {end.means}
          </AlertDialog.Description>
          <FormError error={write.error} />
          <div className="mt-2 flex justify-end gap-2">
            <AlertDialog.Close render={<Button tone="quiet">Keep it</Button>} />
            <Button tone="danger" disabled={write.isPending} onClick={act}>
              {end.verb}
            </Button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}

/** The two ways in which a program ends: put away, or, for a sample, taken away. */
export function EndProgram({ program }: { program: ProgramView }) {
  const path = `/programs/${program.slug}`;
  return (
    <div className="flex flex-wrap gap-2">
      {program.archived ? (
        <RestoreProgram program={program} />
      ) : (
        <ConfirmedEnd
          program={program}
          end={{
            verb: "Archive the program",
            method: "POST",
            path: `${path}/archive`,
            means:
              "It moves to the archive: it is no longer synced or judged, and nothing in it can be decided. Everything stays and can be read, and it can be restored.",
            said: `${program.name} is archived`,
          }}
        />
      )}
      {program.sample ? (
        <ConfirmedEnd
          program={program}
          end={{
            verb: "Remove the sample",
            method: "DELETE",
            path,
            means:
              "The sample’s program, repositories and items are deleted. Nothing else is touched.",
            said: `${program.name} is removed`,
          }}
        />
      ) : null}
    </div>
  );
}
