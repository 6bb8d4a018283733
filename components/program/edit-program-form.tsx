"use client";

import Link from "next/link";
import type { FormEvent } from "react";
import type { ProgramView } from "#/lib/contract/program.ts";
import { paths } from "../layout/paths.ts";
import { useWrite } from "../operator/use-write.ts";
import { Button } from "../ui/button.tsx";
import { Field, TextInput } from "../ui/field.tsx";
import { FormError } from "../ui/form-error.tsx";
import { readForm } from "../ui/read-form.ts";

export function EditProgramForm({ program }: { program: ProgramView }) {
  const edit = useWrite("Program saved");
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const filled = readForm(event.currentTarget);
    const mandate = filled.mandate ?? "";
    edit.mutate({
      path: `/programs/${program.slug}`,
      method: "PATCH",
      body: { ...filled, ...(mandate === (program.mandate ?? "") ? {} : { mandate }) },
    });
  };
  return (
    <form onSubmit={submit} className="grid max-w-3xl gap-4 sm:grid-cols-2">
      <Field label="Name">
        <TextInput name="name" required maxLength={200} defaultValue={program.name} />
      </Field>
      <Field label="Mandate">
        <TextInput name="mandate" maxLength={2000} defaultValue={program.mandate ?? ""} />
      </Field>
      <Field label="Fixes since" hint="Another day changes the scope, and with it every percentage">
        <TextInput
          name="fixesSince"
          type="date"
          required
          defaultValue={program.fixesSince.slice(0, 10)}
        />
      </Field>
      <Field label="Time zone">
        <TextInput name="timeZone" required defaultValue={program.timeZone} />
      </Field>
      <p className="text-sm sm:col-span-2">
        What counts as covered is chosen on the{" "}
        <Link href={paths.policy(program.slug)} className="figure-link">
          policy page
        </Link>
        , after a look at what would change.
      </p>
      <div className="flex flex-col items-start gap-2 sm:col-span-2">
        <FormError error={edit.error} />
        <Button type="submit" tone="strong" disabled={edit.isPending}>
          Save
        </Button>
      </div>
    </form>
  );
}
