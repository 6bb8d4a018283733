"use client";

import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useRef } from "react";
import type { SourceView } from "#/lib/contract/sources.ts";
import { queryKeys } from "../api/query-keys.ts";
import { useWrite } from "../operator/use-write.ts";
import { Button } from "../ui/button.tsx";
import { Field, TextInput } from "../ui/field.tsx";
import { FormError } from "../ui/form-error.tsx";
import { readForm } from "../ui/read-form.ts";

/** Another token for a source: the old one is forgotten once the source accepted the new one. */
export function ReplaceTokenForm({ source }: { source: SourceView }) {
  const form = useRef<HTMLFormElement>(null);
  const client = useQueryClient();
  const replace = useWrite(`${source.name} answers to the new token`, () => {
    form.current?.reset();
    void client.invalidateQueries({ queryKey: queryKeys.sources() });
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const path = `/sources/${source.id}`;
    replace.mutate({ path, method: "PATCH", body: readForm(event.currentTarget) });
  };
  return (
    <details className="mb-2 text-sm" open={source.state === "refused"}>
      <summary className="w-fit rounded">
        {source.hasToken ? "Replace the token" : "Give it a token"}
      </summary>
      <form ref={form} onSubmit={submit} className="mt-2 flex max-w-md flex-col items-start gap-2">
        <Field label="New token" hint="Asked first; it is stored sealed and never shown again">
          <TextInput name="token" type="password" autoComplete="off" required />
        </Field>
        <FormError error={replace.error} />
        <Button type="submit" disabled={replace.isPending}>
          Use this token
        </Button>
      </form>
    </details>
  );
}
