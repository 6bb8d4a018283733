import type { TallyView } from "#/lib/contract/tally.ts";
import type { TrialResult } from "#/lib/coverage/policy/trial.ts";
import { ScrollBox } from "../ui/scroll-box.tsx";
import { prepareFigure } from "../verdict/prepare-figure.ts";

/** The figures under the rules in force and under those that were tried, side by side. */
export function FiguresTable({ result: { version, before, after } }: { result: TrialResult }) {
  const rows = [
    ["Fixes", before.rung, before.fixes, after.rung, after.fixes],
    ["Issues", before.rung, before.issues, after.rung, after.issues],
    ["Test-shipped", "has_test@1", before.hasTest, "has_test@1", after.hasTest],
  ] as const;
  return (
    <ScrollBox label="Figures before and after">
      <table className="data-table max-w-3xl">
        <caption className="sr-only">Figures before and after</caption>
        <thead>
          <tr>
            <th scope="col">Population</th>
            <th scope="col" className="num">
              Version {version}, in force
            </th>
            <th scope="col" className="num">
              As tried
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, oldRung, old, newRung, fresh]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <Figure tally={old} rung={oldRung} />
              <Figure tally={fresh} rung={newRung} />
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Figure({ tally, rung }: { tally: TallyView; rung: string }) {
  const figure = prepareFigure(tally);
  return (
    <td className="num">
      <span className="font-semibold">{figure.kind === "none" ? "—" : figure.text}</span>
      <p className="whitespace-normal text-muted text-xs">
        {tally.covered} covered, {tally.gap} gaps
        {tally.unknown === 0 ? null : `, ${tally.unknown} unknown`} at {rung}
      </p>
    </td>
  );
}
