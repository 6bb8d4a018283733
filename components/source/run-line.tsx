import type { SourceView } from "#/lib/contract/sources.ts";
import { count, formatAge } from "#/lib/format.ts";

type Run = NonNullable<SourceView["repositories"][number]["run"]>;

const toTenth = (done: number, total: number) => Math.floor((done / total) * 10) * 10;

function Bar({ share }: { share: number }) {
  return (
    <span aria-hidden className="mt-1 block h-1.5 w-48 max-w-full rounded-full bg-hover">
      <span
        className="block h-full rounded-full bg-covered"
        style={{ width: `${Math.min(100, share * 100)}%` }}
      />
    </span>
  );
}

/** The last or present run; said aloud at most every tenth of the way. */
export function RunLine({ run, now }: { run: Run; now: string }) {
  const requests = count(run.requests, "request");
  if (run.state === "failed") {
    return (
      <span role="alert" className="mt-1 block font-normal text-xs">
        Failed in {run.phase}: {run.error ?? "no reason was recorded"}
      </span>
    );
  }
  if (run.state === "done") {
    return (
      <span className="mt-1 block font-normal text-muted text-xs">
        Last run {run.endedAt === null ? "done" : `${formatAge(run.endedAt, now)} ago`}, {requests}
      </span>
    );
  }
  return (
    <span className="mt-1 block font-normal text-xs">
      {run.phase}: {run.done}
      {run.total === null ? "" : ` of ${run.total}`}, {requests}, for{" "}
      {formatAge(run.startedAt, now)}
      {run.total === null || run.total === 0 ? null : <Bar share={run.done / run.total} />}
      <span role="status" className="sr-only">
        {run.phase}
        {run.total === null || run.total === 0 ? "" : ` ${toTenth(run.done, run.total)} %`}
      </span>
    </span>
  );
}
