"use client";

import type { FormEvent, RefObject } from "react";
import { type GapFilter, UNCLUSTERED } from "#/lib/contract/gap-filter.ts";
import type { GapsView } from "#/lib/contract/gaps.ts";
import { MEASURES } from "#/lib/coverage/measure.ts";
import { RUNGS } from "#/lib/coverage/rung/rungs.ts";
import { Button } from "../ui/button.tsx";
import { SelectInput } from "../ui/field.tsx";
import { SearchBox } from "../ui/search-box.tsx";
import { measureText } from "../verdict/measure-text.ts";
import { readFilterForm } from "./read-filter-form.ts";

export const FILTER_FORM = "gap-filters";

type Choice = readonly [value: string, label: string];

/** What the form does not show but must keep, so that it also works as a plain form. */
function Kept({ filter }: { filter: GapFilter }) {
  const lists = (["verdict", "repo", "cluster", "rung", "state"] as const).flatMap((name) =>
    filter[name].map((value) => ({ name, value })),
  );
  const single = [
    ...(filter.population === "fix" ? [] : [{ name: "population", value: filter.population }]),
    ...(filter.sort === "-entered" ? [] : [{ name: "sort", value: filter.sort }]),
    ...(filter.part === undefined ? [] : [{ name: "part", value: filter.part }]),
    ...(filter.sweep === undefined ? [] : [{ name: "sweep", value: filter.sweep }]),
    ...(filter.gate === undefined ? [] : [{ name: "gate", value: String(filter.gate) }]),
    ...(filter.owner === undefined ? [] : [{ name: "owner", value: filter.owner }]),
  ];
  return [...lists, ...single].map(({ name, value }) => (
    <input key={`${name}:${value}`} type="hidden" name={name} value={value} />
  ));
}

/** Adds one value to a filter; what is chosen shows as a chip, so the list itself goes back to its title. */
function AddFilter({
  name,
  title,
  choices,
}: {
  name: string;
  title: string;
  choices: readonly Choice[];
}) {
  if (choices.length === 0) return null;
  return (
    <SelectInput
      name={name}
      value=""
      aria-label={`Filter by ${title.toLowerCase()}`}
      className="w-auto max-w-40"
      onChange={(event) => event.currentTarget.form?.requestSubmit()}
    >
      <option value="">{title}</option>
      {choices.map(([value, label]) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </SelectInput>
  );
}

function MeasureChoice({ view }: { view: GapsView }) {
  return (
    <SelectInput
      name="measure"
      value={view.measure}
      aria-label="Measure in force"
      className="w-auto"
      onChange={(event) => event.currentTarget.form?.requestSubmit()}
    >
      {MEASURES.map((measure) => (
        <option key={measure} value={measure}>
          {`Measure: ${measureText(measure).name}`}
        </option>
      ))}
    </SelectInput>
  );
}

const STATES: readonly Choice[] = [
  ["claimed", "Claimed"],
  ["unclaimed", "Unclaimed"],
];

function AddFilters({ filter, view }: { filter: GapFilter; view: GapsView }) {
  const rest = (all: readonly Choice[], taken: readonly string[]) =>
    all.filter(([value]) => !taken.includes(value));
  const repos = view.choices.repos.map((alias): Choice => [alias, alias]);
  const clusters: Choice[] = [
    ...view.choices.clusters.map(({ key, name }): Choice => [key, name]),
    [UNCLUSTERED, "Unclustered"],
  ];
  const rungs = RUNGS.map((rung): Choice => [rung, rung]);
  return (
    <>
      <AddFilter name="repo" title="Repository" choices={rest(repos, filter.repo)} />
      <AddFilter name="cluster" title="Cluster" choices={rest(clusters, filter.cluster)} />
      <AddFilter name="rung" title="Reaches" choices={rest(rungs, filter.rung)} />
      <AddFilter name="state" title="Claim" choices={rest(STATES, filter.state)} />
    </>
  );
}

export function GapFilters({
  filter,
  view,
  box,
  onFilter,
}: {
  filter: GapFilter;
  view: GapsView;
  box: RefObject<HTMLInputElement | null>;
  onFilter: (next: GapFilter) => void;
}) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    onFilter(readFilterForm(new FormData(event.currentTarget, submitter)));
  };
  return (
    <form
      id={FILTER_FORM}
      method="get"
      role="search"
      onSubmit={submit}
      className="no-print flex flex-wrap gap-2"
    >
      <SearchBox
        q={filter.q ?? ""}
        label="Search by title or number"
        placeholder="Title, number or GAP-n"
        box={box}
      />
      <AddFilters filter={filter} view={view} />
      <MeasureChoice view={view} />
      <Kept filter={filter} />
      <noscript>
        <Button type="submit">Apply</Button>
      </noscript>
    </form>
  );
}
