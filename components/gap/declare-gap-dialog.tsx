"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { DeclareGapInput } from "#/lib/contract/inputs.ts";
import { DialogFrame } from "../decide/dialog-frame.tsx";
import { useDecide } from "../decide/use-decide.ts";
import { paths } from "../layout/paths.ts";
import { Field, SelectInput, TextInput } from "../ui/field.tsx";
import { DeclaredFields } from "./declared-fields.tsx";
import { DeclaredForm } from "./declared-form.tsx";
import { type DeclaredPlace, firstChoice, sayDeclared, sayPlace } from "./declared-place.ts";

/** What is said once and stays. */
function PlaceFields({ places }: { places: readonly DeclaredPlace[] }) {
  return (
    <>
      <Field label="Title" hint="What no gate would catch. It cannot be changed later">
        <TextInput name="title" required minLength={3} maxLength={200} />
      </Field>
      <Field
        label="Repository"
        hint="Where the gate would be built. The gap counts once this one is audited"
      >
        <SelectInput name="repo" required defaultValue={firstChoice(places)}>
          {places.map((place) => (
            <option key={place.alias} value={place.alias}>
              {sayPlace(place)}
            </option>
          ))}
        </SelectInput>
      </Field>
    </>
  );
}

export function DeclareGapDialog({
  slug,
  places,
  onClose,
}: {
  slug: string;
  places: readonly DeclaredPlace[];
  onClose: () => void;
}) {
  const router = useRouter();
  const [refused, setRefused] = useState<Error | null>(null);
  const [sent, setSent] = useState<string | null>(null);
  const declare = useDecide(slug, sayDeclared(places, sent), () => {
    // It is in the list as soon as it is judged, and below it until then.
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
        error={refused ?? declare.error}
        onSubmit={(filled, closedBy) => {
          // A title of nothing but blanks is filled for the browser, and absent here.
          const read = DeclareGapInput.safeParse({ title: "", ...filled, closedBy });
          setRefused(read.success ? null : new Error(read.error.issues[0]?.message));
          if (!read.success) return;
          setSent(read.data.repo);
          declare.mutate({ about: "declared", body: read.data });
        }}
      >
        <PlaceFields places={places} />
        <DeclaredFields />
      </DeclaredForm>
    </DialogFrame>
  );
}
