"use client";

import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useRef, useState } from "react";
import { queryKeys } from "../api/query-keys.ts";
import { useWrite } from "../operator/use-write.ts";
import { Button } from "../ui/button.tsx";
import { Field, SelectInput, TextInput } from "../ui/field.tsx";
import { FormError } from "../ui/form-error.tsx";
import { readForm } from "../ui/read-form.ts";

const KINDS = {
  gitea: "Gitea or Forgejo",
  github: "GitHub",
  git: "A clone on this machine",
} as const;
type Kind = keyof typeof KINDS;

const isKind = (value: string): value is Kind => value in KINDS;

const FORGES = {
  gitea: {
    address: "Where the forge answers, without a path to a repository",
    placeholder: "https://git.example.org",
    token:
      "Optional. Reading rights for repositories and issues are enough; what protects a branch is told to those who may administer it.",
  },
  github: {
    address: "https://github.com, or where your Enterprise server answers",
    placeholder: "https://github.com",
    token:
      "Needed. A fine-grained one that may read contents, issues, pull requests, actions, checks, commit statuses and administration; or a classic one with repo and read:org.",
  },
} as const;

function WhereFields({ kind }: { kind: Kind }) {
  if (kind === "git") {
    return (
      <Field
        label="Folder"
        hint="A clone tells commits and files, no issues and no protection: at most the rung gated."
      >
        <TextInput name="url" required placeholder="/srv/clones/controlplane" />
      </Field>
    );
  }
  const { address, placeholder, token } = FORGES[kind];
  return (
    <>
      <Field label="Address" hint={address}>
        <TextInput name="url" type="url" required placeholder={placeholder} />
      </Field>
      <Field label="Token" hint={token}>
        <TextInput name="token" type="password" autoComplete="off" required={kind === "github"} />
      </Field>
    </>
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
          onChange={(event) => {
            if (isKind(event.target.value)) setKind(event.target.value);
          }}
        >
          {Object.entries(KINDS).map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
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
