import { CircleCheck, CircleX, TriangleAlert } from "lucide-react";
import type { SourceView } from "#/lib/contract/sources.ts";
import { formatAge } from "#/lib/format.ts";
import { ReplaceTokenForm } from "./replace-token-form.tsx";
import { isReadInPart } from "./say-state.ts";
import { StreamTable } from "./stream-table.tsx";
import { SyncNow } from "./sync-now.tsx";

const STATES = {
  ok: { icon: CircleCheck, colour: "text-covered", word: "answers" },
  inPart: { icon: TriangleAlert, colour: "text-testonly", word: "answers, but not to everything" },
  failed: { icon: CircleX, colour: "text-nogate", word: "failing" },
} as const;

function State({ source, now }: { source: SourceView; now: string }) {
  const {
    icon: Icon,
    colour,
    word,
  } = STATES[source.state === "ok" && isReadInPart(source) ? "inPart" : source.state];
  return (
    <p className="flex flex-wrap items-center gap-x-3 text-muted text-xs">
      <span className="inline-flex items-center gap-1.5 text-ink">
        <Icon aria-hidden className={`size-4 ${colour}`} />
        {word}
      </span>
      <span>
        {source.kind === "git" ? "clone" : "Gitea or Forgejo"}
        {source.version === null ? null : ` ${source.version}`}
      </span>
      <span className="break-all font-mono">{source.url}</span>
      {source.kind === "git" ? null : (
        <span>{source.hasToken ? "with a token" : "without a token"}</span>
      )}
      {source.probedAt === null ? null : <span>asked {formatAge(source.probedAt, now)} ago</span>}
    </p>
  );
}

export function SourceBlock({ source, now }: { source: SourceView; now: string }) {
  const busy = source.repositories.some((repository) => repository.run?.state === "running");
  return (
    <section aria-labelledby={`source-${source.id}`} className="min-w-0">
      <header className="mb-2 flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <h2 id={`source-${source.id}`} className="font-semibold text-[0.9375rem]">
            {source.name}
          </h2>
          <State source={source} now={now} />
          {source.stateReason === null ? null : <p className="text-sm">{source.stateReason}</p>}
        </div>
        <SyncNow id={source.id} name={source.name} busy={busy} />
      </header>
      {source.limits.length === 0 ? null : (
        <details className="mb-2 text-sm" open>
          <summary className="w-fit rounded">What it does not let us see</summary>
          <ul className="list-disc pl-5 text-muted">
            {source.limits.map((limit) => (
              <li key={limit}>{limit}</li>
            ))}
          </ul>
        </details>
      )}
      {source.kind === "gitea" ? <ReplaceTokenForm source={source} /> : null}
      {source.repositories.length === 0 ? (
        <p className="border-line border-y py-3 text-muted text-sm">
          No repository of it is in a program’s scope. Put one in scope in the program’s settings.
        </p>
      ) : (
        <StreamTable repositories={source.repositories} now={now} />
      )}
    </section>
  );
}
