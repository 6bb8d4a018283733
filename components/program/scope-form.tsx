"use client";

import { type FormEvent, useRef } from "react";
import { useWrite } from "../operator/use-write.ts";
import { Button } from "../ui/button.tsx";
import { Field, SelectInput, TextInput } from "../ui/field.tsx";
import { FormError } from "../ui/form-error.tsx";
import { readForm } from "../ui/read-form.ts";

export type SourceChoice = { readonly id: number; readonly name: string; readonly kind: string };

/** Puts one repository in scope under the short name that the program uses for it. */
export function ScopeForm({ slug, sources }: { slug: string; sources: readonly SourceChoice[] }) {
  const form = useRef<HTMLFormElement>(null);
  const put = useWrite("Repository put in scope", () => form.current?.reset());
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { sourceId, fullName, alias, syncEnabled } = readForm(event.currentTarget);
    put.mutate({
      path: `/programs/${slug}/repositories`,
      method: "POST",
      body: { sourceId: Number(sourceId), fullName, alias, syncEnabled: syncEnabled === "on" },
    });
  };
  return (
    <form ref={form} onSubmit={submit} className="mt-4 grid max-w-3xl gap-4 sm:grid-cols-3">
      <Field label="Source">
        <SelectInput name="sourceId" required>
          {sources.map((source) => (
            <option key={source.id} value={source.id}>
              {source.name}
            </option>
          ))}
        </SelectInput>
      </Field>
      <Field label="Repository" hint="owner/name; of a clone its name">
        <TextInput name="fullName" required placeholder="owner/name" />
      </Field>
      <Field label="Alias" hint="How the program calls it, as in cp#741">
        <TextInput name="alias" required pattern="[A-Za-z0-9][A-Za-z0-9._\-]{0,38}" />
      </Field>
      <label className="flex min-h-6 items-center gap-2 text-sm sm:col-span-3">
        <input type="checkbox" name="syncEnabled" defaultChecked /> Sync it from now on
      </label>
      <div className="flex flex-col items-start gap-2 sm:col-span-3">
        <FormError error={put.error} />
        <Button type="submit" tone="strong" disabled={put.isPending}>
          Put in scope
        </Button>
      </div>
    </form>
  );
}
