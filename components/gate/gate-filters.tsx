"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { type FormEvent, useTransition } from "react";
import { GATE_STATES, GateFilter, gateQuery } from "#/lib/contract/gate-filter.ts";
import { GATE_KINDS } from "#/lib/coverage/gate/gate.ts";
import { paths } from "../layout/paths.ts";
import { Button } from "../ui/button.tsx";
import { type Choice, FilterSelect } from "../ui/filter-select.tsx";
import { SearchBox } from "../ui/search-box.tsx";
import { isNarrowed, STATE_TEXTS } from "./say-gates.ts";

/** Another filter is another address; typing replaces the last one, a choice adds one to go back to. */
function useGo(slug: string, filter: GateFilter) {
  const router = useRouter();
  const [waiting, startWaiting] = useTransition();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const next = GateFilter.parse(Object.fromEntries(new FormData(event.currentTarget)));
    if (gateQuery(next) === gateQuery(filter)) return;
    const target = paths.gatesWith(slug, next);
    const typed = (next.q ?? "") !== (filter.q ?? "");
    startWaiting(() =>
      typed ? router.replace(target, { scroll: false }) : router.push(target, { scroll: false }),
    );
  };
  return { waiting, submit };
}

function Choices({ filter, repos }: { filter: GateFilter; repos: readonly string[] }) {
  return (
    <>
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
        choices={GATE_KINDS.map((kind): Choice => [kind, kind])}
      />
      <FilterSelect
        name="is"
        title="State"
        value={filter.is ?? ""}
        choices={GATE_STATES.map((state): Choice => [state, STATE_TEXTS[state]])}
      />
    </>
  );
}

/** Narrows the list of gates; it also works as a plain form. */
export function GateFilters({
  slug,
  filter,
  repos,
}: {
  slug: string;
  filter: GateFilter;
  repos: readonly string[];
}) {
  const { waiting, submit } = useGo(slug, filter);
  return (
    <form
      method="get"
      role="search"
      aria-busy={waiting}
      onSubmit={submit}
      className="no-print flex flex-wrap items-center gap-2"
    >
      <SearchBox
        q={filter.q ?? ""}
        label="Search gates by name, job, file or test"
        placeholder="Name, job, file or test"
      />
      <Choices filter={filter} repos={repos} />
      {isNarrowed(filter) ? (
        <Link
          href={paths.gates(slug)}
          prefetch={false}
          scroll={false}
          className="inline-flex h-6 items-center px-1.5 text-muted text-xs hover:text-ink"
        >
          Clear filters
        </Link>
      ) : null}
      <noscript>
        <Button type="submit">Apply</Button>
      </noscript>
    </form>
  );
}
