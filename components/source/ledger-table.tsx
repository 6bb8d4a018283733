"use client";

import { useState } from "react";
import type { SourceRepositoryView } from "#/lib/contract/sources.ts";
import { Field, TextInput } from "../ui/field.tsx";
import { type Sightings, secondsLeft } from "./estimate.ts";
import { RepositoryGroup, sayCount } from "./repository-group.tsx";

/** Close together on a telephone, so that the page need not scroll sideways. */
const CLOSE =
  "[&_td]:px-1.5 [&_th]:px-1.5 sm:[&_td]:px-3 sm:[&_th]:px-3 [&_tr>:first-child]:pl-0 [&_tr>:last-child]:pr-0";

/** Those that are synced stand first; within, their order stays. */
const inOrder = (repositories: readonly SourceRepositoryView[]) => {
  const isSynced = ({ aliases }: SourceRepositoryView) =>
    aliases.some(({ syncEnabled }) => syncEnabled);
  return [
    ...repositories.filter(isSynced),
    ...repositories.filter((repository) => !isSynced(repository)),
  ];
};

const matching = (repositories: readonly SourceRepositoryView[], typed: string) => {
  const wanted = typed.trim().toLowerCase();
  return repositories.filter(({ fullName, aliases }) =>
    [fullName, ...aliases.map(({ alias }) => alias)].some((name) =>
      name.toLowerCase().includes(wanted),
    ),
  );
};

/** A longer list can be filtered, and shows the streams only of those that are opened. */
const SHORT = 10;

function Heads() {
  return (
    <thead>
      <tr>
        <th scope="col">Stream</th>
        <th scope="col" className="num">
          Forge has
        </th>
        <th scope="col" className="num">
          Held
        </th>
        <th scope="col" className="num hidden md:table-cell">
          Gone
        </th>
        <th scope="col" className="num hidden md:table-cell">
          Quarantined
        </th>
        <th scope="col" className="hidden pl-8! md:table-cell">
          Last whole pass
        </th>
        <th scope="col">Last read</th>
      </tr>
    </thead>
  );
}

type Props = {
  repositories: readonly SourceRepositoryView[];
  sightings: Sightings;
  now: string;
  /** What is said of the whole source already. */
  told: string | null;
};

/** Per repository and stream: what the forge says it has, what is held, and when it was last whole. */
export function LedgerTable({ repositories, sightings, now, told }: Props) {
  const [typed, setTyped] = useState("");
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const isLong = repositories.length > SHORT;
  const shown = matching(inOrder(repositories), typed);
  const toggle = (id: number) => setOpen((before) => before.symmetricDifference(new Set([id])));
  return (
    <>
      {isLong ? (
        <div className="mb-2 flex flex-wrap items-end gap-3">
          <Field label="Repository">
            <TextInput
              type="search"
              value={typed}
              placeholder="Part of a name"
              onChange={(event) => setTyped(event.target.value)}
            />
          </Field>
          <p role="status" className="pb-1.5 text-muted text-xs">
            {sayCount(shown.length, repositories.length)}
          </p>
        </div>
      ) : null}
      <table className={`data-table ${CLOSE}`}>
        <caption className="sr-only">How whole each repository is here</caption>
        <Heads />
        {shown.map((repository) => (
          <RepositoryGroup
            key={repository.id}
            repository={repository}
            left={
              repository.run === null ? null : secondsLeft(sightings, repository.id, repository.run)
            }
            now={now}
            told={told}
            unfold={
              isLong
                ? { isOpen: open.has(repository.id), toggle: () => toggle(repository.id) }
                : null
            }
          />
        ))}
      </table>
    </>
  );
}
