"use client";

import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useRef, useState } from "react";
import { queryKeys } from "../api/query-keys.ts";
import { useWrite } from "../operator/use-write.ts";
import { Button } from "../ui/button.tsx";
import { Field, SelectInput, TextInput } from "../ui/field.tsx";
import { FormError } from "../ui/form-error.tsx";
import { readForm } from "../ui/read-form.ts";

type Kind = "gitea" | "git";

function WhereFields({ kind }: { kind: Kind }) {
  return kind === "gitea" ? (
    <>
      <Field label="Address" hint="Where the forge answers, without a path to a repository">
        <TextInput name="url" type="url" required placeholder="https://git.example.org" />
      </Field>
      <Field label="Token" hint="Optional. Reading rights for repositories and issues are enough.">
        <TextInput name="token" type="password" autoComplete="off" />
      </Field>
    </>
  ) : (
    <Field
      label="Folder"
      hint="A clone tells commits and files, no issues and no protection: at most the rung gated."
    >
      <TextInput name="url" required placeholder="/srv/clones/controlplane" />
    </Field>
  );
}

export function AddSourceForm() {
  const [kind, setKind] = useState<Kind>("gitea");
  const form = useRef<HTMLFormElement>(null);
  const client = useQueryClient();
  const add = useWrite("Source added", () => {
    form.current?.reset();
    void client.invalidateQueries({ queryKey: queryKeys.sources() });
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    add.mutate({ path: "/sources", method: "POST", body: readForm(event.currentTarget) });
  };
  return (
    <form ref={form} onSubmit={submit} className="grid max-w-3xl gap-4 sm:grid-cols-2">
      <Field label="Kind">
        <SelectInput
          name="kind"
          value={kind}
          onChange={(event) => setKind(event.target.value === "git" ? "git" : "gitea")}
        >
          <option value="gitea">Gitea or Forgejo</option>
          <option value="git">A clone on this machine</option>
        </SelectInput>
      </Field>
      <Field label="Name" hint="How the source is called here">
        <TextInput name="name" required maxLength={100} />
      </Field>
      <WhereFields kind={kind} />
      <div className="flex flex-col items-start gap-2 sm:col-span-2">
        <FormError error={add.error} />
        <Button type="submit" tone="strong" disabled={add.isPending}>
          Add source
        </Button>
      </div>
    </form>
  );
}
