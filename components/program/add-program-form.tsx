"use client";

import { useRouter } from "next/navigation";
import type { FormEvent } from "react";
import { paths } from "../layout/paths.ts";
import { useWrite } from "../operator/use-write.ts";
import { Button } from "../ui/button.tsx";
import { Field, TextInput } from "../ui/field.tsx";
import { FormError } from "../ui/form-error.tsx";
import { readForm } from "../ui/read-form.ts";
import { PresetChoice } from "./preset-choice.tsx";

export function AddProgramForm({ today }: { today: string }) {
  const router = useRouter();
  const add = useWrite("Program added");
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const body = readForm(event.currentTarget);
    add.mutate(
      { path: "/programs", method: "POST", body },
      { onSuccess: (done) => (done ? router.push(paths.program(body.slug ?? "")) : undefined) },
    );
  };
  return (
    <form onSubmit={submit} className="grid max-w-3xl gap-4 sm:grid-cols-2">
      <Field label="Name">
        <TextInput
          name="name"
          required
          maxLength={200}
          placeholder="Every issue wired to an e2e gate"
        />
      </Field>
      <Field label="Short name" hint="Its part of the address: lower-case letters, digits, dashes">
        <TextInput name="slug" required pattern="[a-z0-9][a-z0-9\-]{0,62}" />
      </Field>
      <Field label="Fixes since" hint="Fixes merged on or after this day are in scope">
        <TextInput name="fixesSince" type="date" required max={today} />
      </Field>
      <Field label="Time zone" hint="Days and weeks are counted in it">
        <TextInput name="timeZone" defaultValue="UTC" required />
      </Field>
      <Field label="Mandate" hint="Optional. The sentence that started it">
        <TextInput name="mandate" maxLength={2000} />
      </Field>
      <PresetChoice />
      <div className="flex flex-col items-start gap-2 sm:col-span-2">
        <FormError error={add.error} />
        <Button type="submit" tone="strong" disabled={add.isPending}>
          Add program
        </Button>
      </div>
    </form>
  );
}
