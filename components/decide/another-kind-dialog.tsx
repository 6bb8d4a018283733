"use client";

import type { TestKind } from "#/lib/coverage/policy.ts";
import { folderGlob } from "./folder-glob.ts";
import { KindFields } from "./kind-fields.tsx";
import { readKind } from "./read-kind.ts";
import { ReasonDialog } from "./reason-dialog.tsx";
import { useDecide } from "./use-decide.ts";

/** A test, and the kind that it is taken for. */
export type TestSubject = {
  readonly slug: string;
  readonly alias: string;
  readonly path: string;
  readonly kind: TestKind;
};

export function AnotherKindDialog({
  test: { slug, alias, path, kind },
  onClose,
}: {
  test: TestSubject;
  onClose: () => void;
}) {
  const decide = useDecide(slug, `${alias}: the kind of tests was decided`, onClose);
  return (
    <ReasonDialog
      title={`Another kind of tests in ${alias}`}
      verb="Decide the kind"
      fields={<KindFields paths={folderGlob(path)} kind={kind} />}
      busy={decide.isPending}
      error={decide.error}
      onSubmit={(filled) =>
        decide.mutate({
          about: "test-kinds",
          body: {
            repo: alias,
            paths: filled.paths ?? "",
            kind: readKind(filled.kind),
            reason: filled.reason ?? "",
          },
        })
      }
      onClose={onClose}
    >
      <p>
        <code className="font-mono text-xs">{path}</code> counts as {kind}. What you decide holds
        for every test that the pattern matches, in every fix of {alias}, until it is taken back.
      </p>
    </ReasonDialog>
  );
}
