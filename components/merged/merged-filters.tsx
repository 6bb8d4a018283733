"use client";

import type { FormEvent } from "react";
import { MergedFilter } from "#/lib/contract/merged.ts";
import { FIX_KINDS } from "#/lib/coverage/fix/fix-kind.ts";
import { Button } from "../ui/button.tsx";
import { SelectInput } from "../ui/field.tsx";
import { SearchBox } from "../ui/search-box.tsx";
import { kindText } from "./kind-text.ts";

type Choice = readonly [value: string, label: string];

function OneOf({
  name,
  title,
  value,
  choices,
}: {
  name: string;
  title: string;
  value: string;
  choices: readonly Choice[];
}) {
  return (
    <SelectInput
      name={name}
      value={value}
      aria-label={`Filter by ${title.toLowerCase()}`}
      className="w-auto max-w-48"
      onChange={(event) => event.currentTarget.form?.requestSubmit()}
    >
      <option value="">{`${title}: all`}</option>
      {choices.map(([key, label]) => (
        <option key={key} value={key}>
          {label}
        </option>
      ))}
    </SelectInput>
  );
}

/** Narrows the list; another filter starts at page one. It also works as a plain form. */
export function MergedFilters({
  filter,
  repos,
  onFilter,
}: {
  filter: MergedFilter;
  repos: readonly string[];
  onFilter: (next: MergedFilter) => void;
}) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onFilter(MergedFilter.parse(Object.fromEntries(new FormData(event.currentTarget))));
  };
  return (
    <form method="get" role="search" onSubmit={submit} className="no-print flex flex-wrap gap-2">
      <SearchBox
        q={filter.q ?? ""}
        label="Search by title, author or number"
        placeholder="Title, author or number"
      />
      <OneOf
        name="repo"
        title="Repository"
        value={filter.repo ?? ""}
        choices={repos.map((alias): Choice => [alias, alias])}
      />
      <OneOf
        name="kind"
        title="Kind"
        value={filter.kind ?? ""}
        choices={FIX_KINDS.map((kind): Choice => [kind, kindText(kind)])}
      />
      <input type="hidden" name="counts" value={filter.counts} />
      <noscript>
        <Button type="submit">Apply</Button>
      </noscript>
    </form>
  );
}
