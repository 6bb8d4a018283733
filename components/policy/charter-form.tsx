"use client";

import { type FormEvent, type ReactNode, useState } from "react";
import type { Charter } from "#/lib/contract/charter.ts";
import { useWrite } from "../operator/use-write.ts";
import { Button } from "../ui/button.tsx";
import { Field, TextArea, TextInput } from "../ui/field.tsx";
import { FormError } from "../ui/form-error.tsx";
import { readForm } from "../ui/read-form.ts";
import { type CharterFields, charterFields, readCharter } from "./charter-text.ts";
import { ProblemList } from "./problem-list.tsx";

/** Writes down what a program promises; no figure changes by it. */
export function CharterForm({ slug, charter }: { slug: string; charter: Charter | null }) {
  const write = useWrite("What was promised is written down");
  const [problems, setProblems] = useState<readonly string[]>([]);
  const at = charterFields(charter);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const read = readCharter(readForm(event.currentTarget));
    setProblems("problems" in read ? read.problems : []);
    if ("problems" in read || write.isPending) return;
    write.mutate({
      path: `/programs/${encodeURIComponent(slug)}/charter`,
      method: "PUT",
      body: { charter: read.charter },
    });
  };
  return (
    <details className="no-print mt-4">
      <summary className="w-fit rounded py-1 text-muted text-sm hover:text-ink">
        Write down what was promised…
      </summary>
      <form onSubmit={submit} className="mt-3 grid max-w-3xl gap-4 sm:grid-cols-2">
        <WordFields at={at} />
        <ListFields at={at} />
        <div className="flex flex-col items-start gap-2 sm:col-span-2">
          <ProblemList problems={problems} />
          <FormError error={write.error} />
          <Button type="submit" tone="strong" aria-disabled={write.isPending}>
            Save what was promised
          </Button>
        </div>
      </form>
    </details>
  );
}

function Wide({ children }: { children: ReactNode }) {
  return <div className="min-w-0 sm:col-span-2">{children}</div>;
}

function WordFields({ at }: { at: CharterFields }) {
  return (
    <>
      <Field label="Mandate of" hint="Its words are in the settings">
        <TextInput name="mandateBy" maxLength={200} defaultValue={at.mandateBy} />
      </Field>
      <Field label="Mandate’s day">
        <TextInput name="mandateOn" type="date" defaultValue={at.mandateOn} />
      </Field>
      <Wide>
        <Field label="Definition of done">
          <TextArea name="definitionOfDone" defaultValue={at.definitionOfDone} />
        </Field>
      </Wide>
      <Field label="File of the rule that reviewers apply">
        <TextInput name="sopFile" maxLength={200} defaultValue={at.sopFile} />
      </Field>
      <Field label="Its section">
        <TextInput name="sopSection" maxLength={200} defaultValue={at.sopSection} />
      </Field>
      <Wide>
        <Field label="Its words">
          <TextArea name="sopText" defaultValue={at.sopText} />
        </Field>
      </Wide>
    </>
  );
}

function ListFields({ at }: { at: CharterFields }) {
  return (
    <>
      <Field label="Who takes it through" hint="One step a line, in order">
        <TextArea name="steps" defaultValue={at.steps} />
      </Field>
      <Field label="Steps that are done" hint="Empty where nobody told">
        <TextInput name="done" type="number" min={0} max={20} defaultValue={at.done} />
      </Field>
      <Field label="Goes on from" hint="One rule a line: text | address | what follows from it">
        <TextArea name="extends" defaultValue={at.extends} />
      </Field>
      <Field label="Tracked against" hint="text | address | measure, like has_test@1">
        <TextInput name="tracked" defaultValue={at.tracked} />
      </Field>
      <Wide>
        <Field label="Roles" hint="One a line: who | what they do">
          <TextArea name="roles" rows={5} defaultValue={at.roles} />
        </Field>
      </Wide>
    </>
  );
}
