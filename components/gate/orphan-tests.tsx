import type { OrphansView } from "#/lib/contract/gates.ts";
import { count } from "#/lib/format.ts";
import { Section } from "../ui/section.tsx";
import { type OrphanFolder, type OrphanGroup, prepareOrphans } from "./prepare-orphans.ts";
import { ORPHAN_TEXTS, sayOrphans } from "./say-orphans.ts";

const SHOWN_MAX = 10;

function Files({ files }: Pick<OrphanFolder, "files">) {
  return (
    <ul className="pl-3">
      {files.map(({ name, why }) => (
        <li key={name} className="wrap-anywhere text-xs">
          <span className="font-mono">{name}</span>
          {why === null ? null : <span className="block text-muted">{why}</span>}
        </li>
      ))}
    </ul>
  );
}

function Folder({ folder: { folder, why, files } }: { folder: OrphanFolder }) {
  const first = files.slice(0, SHOWN_MAX);
  const rest = files.slice(SHOWN_MAX);
  return (
    <li className="py-1">
      <p className="wrap-anywhere font-mono text-xs">{folder === "" ? "./" : folder}</p>
      {why === null ? null : <p className="wrap-anywhere text-muted text-xs">{why}</p>}
      <Files files={first} />
      {rest.length === 0 ? null : (
        <details className="text-xs">
          <summary className="min-h-6 w-fit rounded pl-3 text-muted leading-6 hover:text-ink">
            {count(rest.length, "more file")}
          </summary>
          <Files files={rest} />
        </details>
      )}
    </li>
  );
}

function Group({ group: { state, count: n, folders, left } }: { group: OrphanGroup }) {
  return (
    <details>
      <summary className="min-h-6 w-fit rounded text-sm leading-6">
        {count(n, "test file")} {ORPHAN_TEXTS[state]}
      </summary>
      <ul className="mb-2 border-line border-l-2 pl-3">
        {folders.map((folder) => (
          <Folder key={folder.folder} folder={folder} />
        ))}
      </ul>
      {left === 0 ? null : (
        <p className="mb-2 text-muted text-xs">
          {left.toLocaleString("en-GB")} more {left === 1 ? "is" : "are"} in the answer of the API.
        </p>
      )}
    </details>
  );
}

function Repository({ view: { alias, why, tests } }: { view: OrphansView }) {
  const groups = prepareOrphans(tests);
  return (
    <li className="grid gap-x-5 py-2.5 sm:grid-cols-[8rem_minmax(0,1fr)]">
      <h3 className="wrap-anywhere font-medium text-sm">{alias}</h3>
      <div className="min-w-0">
        {why === null ? null : <p className="wrap-anywhere text-muted text-sm">Not known: {why}</p>}
        {why === null && groups.length === 0 ? (
          <p className="text-muted text-sm">None: no test file is left out.</p>
        ) : null}
        {groups.map((group) => (
          <Group key={group.state} group={group} />
        ))}
      </div>
    </li>
  );
}

/** Tests that protect nothing before a merge. */
export function OrphanTests({ views }: { views: readonly OrphansView[] }) {
  if (views.length === 0) return null;
  return (
    <Section id="orphans" title="Orphan tests" note={sayOrphans(views)}>
      <ul className="divide-y divide-line border-line border-y">
        {views.map((view) => (
          <Repository key={view.alias} view={view} />
        ))}
      </ul>
    </Section>
  );
}
