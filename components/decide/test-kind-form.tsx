"use client";

import { type FormEvent, useRef } from "react";
import { Button } from "../ui/button.tsx";
import { Field, SelectInput, TextInput } from "../ui/field.tsx";
import { FormError } from "../ui/form-error.tsx";
import { readForm } from "../ui/read-form.ts";
import { KindFields } from "./kind-fields.tsx";
import { readKind } from "./read-kind.ts";
import { useDecide } from "./use-decide.ts";

/** Says of which kind the tests in a folder are. */
export function TestKindForm({ slug, repos }: { slug: string; repos: readonly string[] }) {
  const form = useRef<HTMLFormElement>(null);
  const decide = useDecide(slug, "The kind of tests was decided", () => form.current?.reset());
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { repo = "", paths = "", kind, reason = "" } = readForm(event.currentTarget);
    decide.mutate({ about: "test-kinds", body: { repo, paths, kind: readKind(kind), reason } });
  };
  return (
    <form ref={form} onSubmit={submit} className="no-print mt-5" aria-labelledby="decide-kind">
      <h3 id="decide-kind" className="mb-2 font-medium text-sm">
        Decide the kind of tests in a folder
      </h3>
      <div className="grid max-w-4xl gap-4 sm:grid-cols-[minmax(0,1fr)_minmax(0,2fr)_minmax(0,1fr)]">
        <Field label="Repository">
          <SelectInput name="repo" required>
            {repos.map((alias) => (
              <option key={alias}>{alias}</option>
            ))}
          </SelectInput>
        </Field>
        <KindFields />
        <div className="sm:col-span-3">
          <Field label="Reason" hint="Stays with the decision, under your name">
            <TextInput name="reason" required minLength={3} maxLength={2000} />
          </Field>
        </div>
        <div className="flex flex-col items-start gap-2 sm:col-span-3">
          <FormError error={decide.error} />
          <Button type="submit" tone="strong" disabled={decide.isPending}>
            Decide the kind
          </Button>
        </div>
      </div>
    </form>
  );
}
