import type { SourceRepositoryView } from "#/lib/contract/sources.ts";
import { count, formatInstant } from "#/lib/format.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { JudgedStreams } from "./judged-streams.tsx";
import { QuarantinedList } from "./quarantined-list.tsx";
import { RunLine } from "./run-line.tsx";
import { sayReach } from "./say-run.ts";
import { COLUMNS, StreamRows } from "./stream-rows.tsx";
import { COUNTED } from "./stream-text.ts";

type Props = {
  repository: SourceRepositoryView;
  /** Seconds that its present phase may still take. */
  left: number | null;
  now: string;
  /** What is said of the whole source already. */
  told: string | null;
  /** Null where a list is short enough to show the streams of all. */
  unfold: { isOpen: boolean; toggle: () => void } | null;
};

const sayPlace = ({ aliases }: SourceRepositoryView): string =>
  aliases
    .map(
      ({ program, alias, syncEnabled }) =>
        `${alias} in ${program}${syncEnabled ? "" : ", sync off"}`,
    )
    .join("; ") || "in no program";

/** A repository that was never asked has one line that says so, not a line of nothing for each stream. */
const wasAsked = ({ streams }: SourceRepositoryView): boolean =>
  streams.some(
    ({ held, lastPass, underWay, refusal }) =>
      held > 0 || lastPass !== null || underWay || refusal !== null,
  );

function Lost({ lost }: { lost: NonNullable<SourceRepositoryView["lost"]> }) {
  return (
    <Notice>
      The forge does not show it since {formatInstant(lost.at)}. Nothing of it was deleted here, and
      its last figures stay. Check its name and what the token may see.
      {lost.why === "" ? null : (
        <span className="block wrap-anywhere text-muted text-xs">It said: {lost.why}</span>
      )}
    </Notice>
  );
}

function Head({ repository, unfold }: Props) {
  return (
    <tr className="[&>*]:border-b-0!">
      <th scope="rowgroup" colSpan={COLUMNS} className="pt-5! pb-1!">
        <span className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
          <span className="min-w-0">
            <span className="wrap-anywhere font-semibold text-sm">{repository.fullName}</span>{" "}
            <span className="font-normal text-muted text-xs">{sayPlace(repository)}</span>
          </span>
          {unfold === null ? null : (
            <Button tone="quiet" size="small" aria-expanded={unfold.isOpen} onClick={unfold.toggle}>
              {unfold.isOpen ? "Hide" : "Show"} its streams
              <span className="sr-only"> of {repository.fullName}</span>
            </Button>
          )}
        </span>
      </th>
    </tr>
  );
}

function State({ repository, left, now, told }: Props) {
  const { lost, run, fullName } = repository;
  return (
    <tr>
      <td colSpan={COLUMNS} className="pt-0!">
        <div className="flex flex-col gap-2">
          {lost === null ? null : <Lost lost={lost} />}
          {run === null ? null : (
            <RunLine {...{ run, left, now, told }} name={fullName} reach={sayReach(repository)} />
          )}
          {wasAsked(repository) ? null : (
            <p className="text-muted text-sm">Nothing was read of it yet.</p>
          )}
          <QuarantinedList repository={repository} />
        </div>
      </td>
    </tr>
  );
}

/** One repository with how whole it is here, stream by stream. */
export function RepositoryGroup(props: Props) {
  const { repository, now, unfold } = props;
  const counted = repository.streams.filter(({ stream }) => stream in COUNTED);
  const judged = repository.streams.filter(({ stream }) => !(stream in COUNTED));
  const shown = wasAsked(repository) && (unfold === null || unfold.isOpen);
  return (
    <tbody>
      <Head {...props} />
      <State {...props} />
      {shown ? (
        <>
          {counted.map((stream) => (
            <StreamRows key={stream.stream} stream={stream} now={now} />
          ))}
          <tr>
            <td colSpan={COLUMNS} className="pl-0!">
              <JudgedStreams streams={judged} now={now} />
            </td>
          </tr>
        </>
      ) : null}
    </tbody>
  );
}

/** "12 repositories"; of a list that is filtered "3 of 12 repositories". */
export const sayCount = (shown: number, all: number): string =>
  shown === all
    ? count(all, "repository", "repositories")
    : `${shown.toLocaleString("en-GB")} of ${count(all, "repository", "repositories")}`;
