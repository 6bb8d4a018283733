import type { SelectedFilesView } from "#/lib/contract/gate.ts";
import { count } from "#/lib/format.ts";
import { groupUnclear } from "./group-unclear.ts";

function Paths({ paths, all }: { paths: readonly string[]; all: number }) {
  const left = all - paths.length;
  return (
    <>
      <ul className="border-line border-l-2 pl-3 font-mono text-xs">
        {paths.map((path) => (
          <li key={path} className="break-all">
            {path}
          </li>
        ))}
      </ul>
      {left <= 0 ? null : (
        <p className="text-muted text-xs">and {left.toLocaleString("en-GB")} more</p>
      )}
    </>
  );
}

/** The files of the branch that the gate certainly runs, and those of which that cannot be told. */
export function GateFiles({ files, why }: { files: SelectedFilesView | null; why: string | null }) {
  if (files === null) {
    return (
      <p className="wrap-anywhere text-muted text-sm">
        Not known: {why} Until then only what the steps name themselves is shown.
      </p>
    );
  }
  const { selected, paths, unclear, unclearPaths } = files;
  return (
    <div className="flex flex-col gap-1 text-sm">
      {selected === 0 ? (
        <p>It certainly runs no file of the branch.</p>
      ) : (
        <details>
          <summary className="min-h-6 w-fit rounded leading-6">
            It certainly runs {count(selected, "file")}
          </summary>
          <Paths paths={paths} all={selected} />
        </details>
      )}
      {unclear === 0 ? null : (
        <details>
          <summary className="min-h-6 w-fit rounded leading-6">
            Of {count(unclear, "file")} it cannot be told
          </summary>
          {groupUnclear(unclearPaths).map((group) => (
            <div key={group.why} className="mb-2">
              <p className="wrap-anywhere text-muted text-xs">{group.why}</p>
              <Paths paths={group.paths} all={group.paths.length} />
            </div>
          ))}
          {unclear > unclearPaths.length ? (
            <p className="text-muted text-xs">
              and {(unclear - unclearPaths.length).toLocaleString("en-GB")} more
            </p>
          ) : null}
        </details>
      )}
    </div>
  );
}
