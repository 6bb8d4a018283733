import type { PolicyVersionView } from "#/lib/contract/policy.ts";
import type { TallyView } from "#/lib/contract/tally.ts";
import { formatInstant } from "#/lib/format.ts";
import { ScrollBox } from "../ui/scroll-box.tsx";
import { prepareFigure } from "../verdict/prepare-figure.ts";

/** Every version, who chose it and why, and what was displayed under it last. */
export function VersionsTable({
  versions,
  timeZone,
}: {
  versions: readonly PolicyVersionView[];
  timeZone: string;
}) {
  return (
    <ScrollBox label="Versions of the policy">
      <table className="data-table">
        <caption className="sr-only">Versions of the policy, newest first</caption>
        <thead>
          <tr>
            {["Version", "Since", "By", "Why and what changed"].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
            <th scope="col" className="num">
              Fixes covered
            </th>
            <th scope="col" className="num">
              Issues covered
            </th>
            <th scope="col" className="num">
              Test-shipped
            </th>
          </tr>
        </thead>
        <tbody>
          {versions.map((row) => (
            <tr key={row.version}>
              <th scope="row" className="whitespace-nowrap">
                {row.version} · {row.name}
              </th>
              <td className="whitespace-nowrap">{formatInstant(row.at, timeZone)}</td>
              <td>{row.by ?? <span className="text-muted">not written down</span>}</td>
              <td className="min-w-56">
                <Why row={row} />
              </td>
              <Shown tally={row.displayed?.fixes ?? null} rung={row.rung} />
              <Shown tally={row.displayed?.issues ?? null} rung={row.rung} />
              <Shown tally={row.displayed?.hasTest ?? null} rung="has_test@1" />
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Why({ row: { reason, changes, version } }: { row: PolicyVersionView }) {
  return (
    <>
      {reason === null ? null : <p className="wrap-anywhere">{reason}</p>}
      {changes.map((change) => (
        <p key={change} className="wrap-anywhere text-muted text-xs">
          {change}
        </p>
      ))}
      {reason === null && changes.length === 0 ? (
        <p className="text-muted">
          {version === 1 ? "The first one." : "Nothing was written down."}
        </p>
      ) : null}
    </>
  );
}

/** A figure as it was displayed: never computed anew. */
function Shown({ tally, rung }: { tally: TallyView | null; rung: string }) {
  if (tally === null) {
    return <td className="num text-muted">not judged</td>;
  }
  const figure = prepareFigure(tally);
  return (
    <td className="num">
      {figure.kind === "none" ? `— (${figure.why})` : figure.text}
      <p className="text-muted text-xs">
        {tally.covered} of {tally.covered + tally.gap} at {rung}
        {tally.unknown === 0 ? null : `, ${tally.unknown} unknown`}
      </p>
    </td>
  );
}
