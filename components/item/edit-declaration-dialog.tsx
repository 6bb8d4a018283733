"use client";

import { useRouter } from "next/navigation";
import { EditDeclaredGapInput } from "#/lib/contract/inputs.ts";
import { DialogFrame } from "../decide/dialog-frame.tsx";
import { useDecide } from "../decide/use-decide.ts";
import { DeclaredFields } from "../gap/declared-fields.tsx";
import { DeclaredForm } from "../gap/declared-form.tsx";
import { type DeclaredSubject, nameOf } from "./declared-subject.ts";

export function EditDeclarationDialog({
  subject,
  onClose,
}: {
  subject: DeclaredSubject;
  onClose: () => void;
}) {
  const { slug, title, declaration } = subject;
  const { id, note, closedBy } = declaration;
  const router = useRouter();
  const edit = useDecide(slug, `${nameOf(subject)} is changed`, () => {
    router.refresh();
    onClose();
  });
  return (
    <DialogFrame
      title={`Edit ${nameOf(subject)}`}
      about={<p className="text-ink">{title}</p>}
      onClose={onClose}
    >
      <DeclaredForm
        verb="Save"
        busy={edit.isPending}
        error={edit.error}
        onSubmit={({ priority, note: said = null }, pulls) =>
          edit.mutate({
            about: "declared",
            id,
            body: EditDeclaredGapInput.parse({ priority, note: said, closedBy: pulls }),
          })
        }
      >
        <DeclaredFields
          priority={subject.priority ?? "P2"}
          note={note ?? ""}
          closedBy={closedBy.map(({ label }) => label).join(", ")}
        />
      </DeclaredForm>
    </DialogFrame>
  );
}
