"use client";

import { useRouter } from "next/navigation";
import type { GapRow } from "#/lib/contract/gaps.ts";
import { EditDeclaredGapInput } from "#/lib/contract/inputs.ts";
import type { DeclarationView } from "#/lib/contract/item.ts";
import { gapName } from "#/lib/format.ts";
import { DialogFrame } from "../decide/dialog-frame.tsx";
import { useDecide } from "../decide/use-decide.ts";
import { DeclaredFields } from "../gap/declared-fields.tsx";
import { DeclaredForm } from "../gap/declared-form.tsx";

export function EditDeclarationDialog({
  slug,
  row,
  declaration: { id, note, closedBy },
  onClose,
}: {
  slug: string;
  row: GapRow;
  declaration: DeclarationView;
  onClose: () => void;
}) {
  const router = useRouter();
  const edit = useDecide(slug, `${gapName(row.item)} is changed`, () => {
    router.refresh();
    onClose();
  });
  return (
    <DialogFrame
      title={`Edit ${gapName(row.item)}`}
      about={<p className="text-ink">{row.title}</p>}
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
          priority={row.priority ?? "P2"}
          note={note ?? ""}
          closedBy={closedBy.map(({ label }) => label).join(", ")}
        />
      </DeclaredForm>
    </DialogFrame>
  );
}
