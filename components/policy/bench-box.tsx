"use client";

import { type FormEvent, useState } from "react";
import type { BenchInput } from "#/lib/contract/policy.ts";
import type { PolicyRules } from "#/lib/coverage/policy.ts";
import { Button } from "../ui/button.tsx";
import { Field, SelectInput, TextArea, TextInput } from "../ui/field.tsx";
import { FormError } from "../ui/form-error.tsx";
import { readForm } from "../ui/read-form.ts";
import { BenchAnswer } from "./bench-answer.tsx";
import { useBench } from "./use-bench.ts";

type Props = {
  slug: string;
  repos: readonly string[];
  /** What the form above says; null where it says nothing else than what is in force. */
  rules: PolicyRules | null;
};

/** Judges one pull request by the rules in force or by those that are written above. */
export function BenchBox({ slug, repos, rules }: Props) {
  const bench = useBench(slug);
  const [isPasted, setPasted] = useState(false);
  // An answer about the one is none about the other.
  const change = (pasted: boolean) => {
    setPasted(pasted);
    bench.reset();
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (bench.isPending) return;
    const asked = isPasted
      ? pastedOf(readForm(event.currentTarget))
      : readOf(readForm(event.currentTarget));
    bench.mutate({ ...asked, ...(rules === null ? {} : { rules }) });
  };
  return (
    <div className="flex flex-col gap-4">
      <form onSubmit={submit} className="grid max-w-3xl gap-4 sm:grid-cols-2">
        <WhichFields repos={repos} isPasted={isPasted} onChange={change} />
        {isPasted ? (
          <PastedFields />
        ) : (
          <Field label="Number">
            <TextInput name="number" inputMode="numeric" pattern="[0-9]{1,9}" required />
          </Field>
        )}
        <div className="flex flex-col items-start gap-2 sm:col-span-2">
          <p className="text-muted text-xs">
            {rules === null
              ? "Judged by the rules in force."
              : "Judged by the rules in the form above, which are not in force."}
          </p>
          <FormError error={bench.error} />
          <Button type="submit" aria-disabled={bench.isPending}>
            Judge it
          </Button>
        </div>
      </form>
      <div role="status" aria-busy={bench.isPending}>
        {bench.data === undefined || bench.isError ? null : (
          <div className={bench.isPending ? "opacity-60" : ""}>
            <BenchAnswer view={bench.data} />
          </div>
        )}
      </div>
    </div>
  );
}

function WhichFields({
  repos,
  isPasted,
  onChange,
}: {
  repos: readonly string[];
  isPasted: boolean;
  onChange: (isPasted: boolean) => void;
}) {
  return (
    <>
      <Field label="Which">
        <SelectInput
          value={isPasted ? "pasted" : "read"}
          onChange={(event) => onChange(event.target.value === "pasted")}
        >
          <option value="read">A pull request that was read</option>
          <option value="pasted">One that I paste</option>
        </SelectInput>
      </Field>
      <Field label={isPasted ? "Held against the gates of" : "Repository"}>
        <SelectInput name="repo">
          {isPasted ? <option value="">No repository</option> : null}
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

function PastedFields() {
  return (
    <>
      <Field label="Title">
        <TextInput name="title" required maxLength={1000} placeholder="fix(core): a crash" />
      </Field>
      <Field label="Labels" hint="Separated by commas">
        <TextInput name="labels" />
      </Field>
      <Field label="Branch that it comes from">
        <TextInput name="branch" maxLength={300} />
      </Field>
      <div className="min-w-0 sm:col-span-2">
        <Field label="Difference" hint="What git diff prints; without it, its files are unknown">
          <TextArea name="diff" rows={8} spellCheck={false} className="font-mono text-xs" />
        </Field>
      </div>
    </>
  );
}

type Filled = Readonly<Record<string, string>>;

const readOf = ({ repo, number }: Filled): BenchInput => ({ repo, number: Number(number) });

const pastedOf = ({ repo, title = "", labels = "", branch, diff }: Filled): BenchInput => ({
  repo,
  pasted: {
    title,
    labels: labels.split(",").flatMap((label) => label.trim() || []),
    branch: branch ?? null,
    diff,
  },
});
