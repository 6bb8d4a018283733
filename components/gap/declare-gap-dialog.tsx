"use client";

import { useRouter } from "next/navigation";
import { DeclareGapInput } from "#/lib/contract/inputs.ts";
import { DialogFrame } from "../decide/dialog-frame.tsx";
import { useDecide } from "../decide/use-decide.ts";
import { paths } from "../layout/paths.ts";
import { Field, SelectInput, TextInput } from "../ui/field.tsx";
import { DeclaredFields } from "./declared-fields.tsx";
import { DeclaredForm } from "./declared-form.tsx";

/** What is said once and stays. */
function PlaceFields({ repos }: { repos: readonly string[] }) {
  return (
    <>
      <Field label="Title" hint="What no gate would catch. It cannot be changed later">
        <TextInput name="title" required minLength={3} maxLength={200} />
      </Field>
      <Field
        label="Repository"
        hint="Where the gate would be built. The gap counts once this one is audited"
      >
        <SelectInput name="repo" required>
          {repos.map((alias) => (
            <option key={alias} value={alias}>
              {alias}
            </option>
          ))}
        </SelectInput>
      </Field>
    </>
  );
}

export function DeclareGapDialog({
  slug,
  repos,
  onClose,
}: {
  slug: string;
  repos: readonly string[];
  onClose: () => void;
}) {
  const router = useRouter();
  const declare = useDecide(slug, "The gap is declared", () => {
    // It is in the list as soon as it is judged.
    router.push(paths.gaps(slug, { population: "issue" }));
    router.refresh();
    onClose();
  });
  return (
    <DialogFrame
      title="Declare a gap"
      about={
        <p>
          For what no gate would catch and no issue or fix stands for. It counts with the open
          issues, gets a number, and stays until a gate closes it or it is withdrawn.
        </p>
      }
      onClose={onClose}
    >
      <DeclaredForm
        verb="Declare the gap"
        busy={declare.isPending}
        error={declare.error}
        onSubmit={(filled, closedBy) =>
          declare.mutate({
            about: "declared",
            body: DeclareGapInput.parse({ ...filled, closedBy }),
          })
        }
      >
        <PlaceFields repos={repos} />
        <DeclaredFields />
      </DeclaredForm>
    </DialogFrame>
  );
}
