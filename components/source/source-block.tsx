import { CircleCheck, CircleX, Hourglass, KeyRound, TriangleAlert } from "lucide-react";
import type { SourceView } from "#/lib/contract/sources.ts";
import { formatAge } from "#/lib/format.ts";
import { Notice } from "../ui/notice.tsx";
import type { Sightings } from "./estimate.ts";
import { LedgerTable } from "./ledger-table.tsx";
import { ReplaceTokenForm } from "./replace-token-form.tsx";
import { sayBudgets, troubleOf } from "./say-source.ts";
import { isReadInPart } from "./say-state.ts";
import { SyncNow } from "./sync-now.tsx";
import { WebhookPanel } from "./webhook-panel.tsx";

const STATES = {
  ok: { icon: CircleCheck, colour: "text-covered", word: "answers" },
  inPart: { icon: TriangleAlert, colour: "text-testonly", word: "answers, but not to everything" },
  failed: { icon: CircleX, colour: "text-nogate", word: "failing" },
  refused: { icon: KeyRound, colour: "text-nogate", word: "token refused" },
  waiting: { icon: Hourglass, colour: "text-testonly", word: "waiting for its limit" },
} as const;

const KINDS = { gitea: "Gitea or Forgejo", github: "GitHub", git: "clone" } as const;

function State({ source, now }: { source: SourceView; now: string }) {
  const {
    icon: Icon,
    colour,
    word,
  } = STATES[source.state === "ok" && isReadInPart(source) ? "inPart" : source.state];
  const budgets = sayBudgets(source, now);
  return (
    <p className="flex flex-wrap items-center gap-x-3 text-muted text-xs">
      <span className="inline-flex items-center gap-1.5 text-ink">
        <Icon aria-hidden className={`size-4 ${colour}`} />
        {word}
      </span>
      <span>
        {KINDS[source.kind]}
        {source.version === null ? null : ` ${source.version}`}
      </span>
      <span className="break-all font-mono">{source.url}</span>
      {source.kind === "git" ? null : (
        <span>{source.hasToken ? "with a token" : "without a token"}</span>
      )}
      {source.probedAt === null ? null : (
        <span>abilities asked {formatAge(source.probedAt, now)} ago</span>
      )}
      {budgets === null ? null : <span>{budgets}</span>}
    </p>
  );
}

function TroubleNotice({ source, now }: { source: SourceView; now: string }) {
  const trouble = troubleOf(source, now);
  if (trouble === null) return null;
  return (
    <div className="mb-2 max-w-3xl">
      <Notice>
        <strong className="font-medium">{trouble.what}</strong> {trouble.next}
        {trouble.said === null ? null : (
          <span className="block wrap-anywhere text-muted text-xs">{trouble.said}</span>
        )}
      </Notice>
    </div>
  );
}

function Limits({ limits }: { limits: readonly string[] }) {
  if (limits.length === 0) return null;
  return (
    <details className="mb-2 text-sm" open>
      <summary className="w-fit rounded">What it does not let us see</summary>
      <ul className="max-w-prose list-disc pl-5 text-muted">
        {limits.map((limit) => (
          <li key={limit}>{limit}</li>
        ))}
      </ul>
    </details>
  );
}

type Props = { source: SourceView; sightings: Sightings; now: string };

export function SourceBlock({ source, sightings, now }: Props) {
  const busy = source.repositories.some((repository) => repository.run?.state === "running");
  return (
    <section aria-labelledby={`source-${source.id}`} className="min-w-0">
      <header className="mb-2 flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <h2 id={`source-${source.id}`} className="font-semibold text-[0.9375rem]">
            {source.name}
          </h2>
          <State source={source} now={now} />
        </div>
        <SyncNow id={source.id} name={source.name} busy={busy} />
      </header>
      <TroubleNotice source={source} now={now} />
      <Limits limits={source.limits} />
      {source.kind === "git" ? null : (
        <>
          <ReplaceTokenForm source={source} />
          <WebhookPanel source={source} now={now} />
        </>
      )}
      {source.repositories.length === 0 ? (
        <p className="border-line border-y py-3 text-muted text-sm">
          No repository of it is in a program’s scope. Put one in scope in the program’s settings.
        </p>
      ) : (
        <LedgerTable
          repositories={source.repositories}
          sightings={sightings}
          now={now}
          told={source.state === "ok" ? null : source.stateReason}
        />
      )}
    </section>
  );
}
