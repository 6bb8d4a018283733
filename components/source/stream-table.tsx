import { TriangleAlert } from "lucide-react";
import type { SourceView } from "#/lib/contract/sources.ts";
import { formatAge } from "#/lib/format.ts";
import { ScrollBox } from "../ui/scroll-box.tsx";
import { RunLine } from "./run-line.tsx";

type Repository = SourceView["repositories"][number];
type Stream = Repository["streams"][number];

function sayPass({ underWay, lastWholePass }: Stream, now: string): string {
  if (underWay) return "under way";
  return lastWholePass === null ? "never" : `${formatAge(lastWholePass, now)} ago`;
}

/** Beside the age of the last whole pass: the last one was none. */
function Refusal({ why }: { why: string }) {
  return (
    <span className="mt-0.5 flex max-w-prose items-start gap-1.5 text-xs">
      <TriangleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0 text-testonly" />
      <span className="min-w-0 break-words">The last pass was not whole: {why}</span>
    </span>
  );
}

function StreamCells({ stream, now }: { stream: Stream; now: string }) {
  return (
    <>
      <td>{stream.stream}</td>
      <td className="num">
        {stream.forgeTotal === null ? (
          <span className="text-muted" title="The source does not say how many it has">
            —
          </span>
        ) : (
          stream.forgeTotal.toLocaleString("en-GB")
        )}
      </td>
      <td className="num">{stream.held.toLocaleString("en-GB")}</td>
      <td>
        <span className="whitespace-nowrap">{sayPass(stream, now)}</span>
        {stream.refusal === null ? null : <Refusal why={stream.refusal} />}
      </td>
    </>
  );
}

function Name({ repository, rows, now }: { repository: Repository; rows: number; now: string }) {
  return (
    <th scope="rowgroup" rowSpan={rows} className="min-w-44 max-w-80 align-top">
      {repository.fullName}
      <span className="block font-normal text-muted text-xs">
        {repository.aliases
          .map(
            ({ program, alias, syncEnabled }) =>
              `${alias} in ${program}${syncEnabled ? "" : ", sync off"}`,
          )
          .join("; ") || "in no program"}
      </span>
      {repository.run === null ? null : <RunLine run={repository.run} now={now} />}
    </th>
  );
}

/** A repository that was never asked has one line that says so, not a line of nothing for each stream. */
const askedOf = ({ streams }: Repository): readonly Stream[] =>
  streams.every(
    ({ held, lastWholePass, underWay, refusal }) =>
      held === 0 && lastWholePass === null && !underWay && refusal === null,
  )
    ? []
    : streams;

function RepositoryRows({ repository, now }: { repository: Repository; now: string }) {
  const [first, ...others] = askedOf(repository);
  return (
    <tbody>
      <tr>
        <Name repository={repository} rows={others.length + 1} now={now} />
        {first === undefined ? (
          <td colSpan={4} className="text-muted">
            Nothing was read of it yet.
          </td>
        ) : (
          <StreamCells stream={first} now={now} />
        )}
      </tr>
      {others.map((stream) => (
        <tr key={stream.stream} className="[&>:first-child]:pl-3!">
          <StreamCells stream={stream} now={now} />
        </tr>
      ))}
    </tbody>
  );
}

/** Per repository and stream: what the forge says it has, what is held, when it was last whole. */
export function StreamTable({
  repositories,
  now,
}: {
  repositories: readonly Repository[];
  now: string;
}) {
  return (
    <ScrollBox label="Repositories and streams">
      <table className="data-table">
        <caption className="sr-only">How whole each repository is here</caption>
        <thead>
          <tr>
            <th scope="col">Repository</th>
            <th scope="col">Stream</th>
            <th scope="col" className="num">
              Forge has
            </th>
            <th scope="col" className="num">
              Held
            </th>
            <th scope="col">Last whole pass</th>
          </tr>
        </thead>
        {repositories.map((repository) => (
          <RepositoryRows key={repository.id} repository={repository} now={now} />
        ))}
      </table>
    </ScrollBox>
  );
}
