"use client";

import type { FormEvent } from "react";
import { MergedFilter } from "#/lib/contract/merged.ts";
import { FIX_KINDS } from "#/lib/coverage/fix/fix-kind.ts";
import { Button } from "../ui/button.tsx";
import { type Choice, FilterSelect } from "../ui/filter-select.tsx";
import { SearchBox } from "../ui/search-box.tsx";
import { kindText } from "./kind-text.ts";

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
      <FilterSelect
        name="repo"
        title="Repository"
        value={filter.repo ?? ""}
        choices={repos.map((alias): Choice => [alias, alias])}
      />
      <FilterSelect
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
