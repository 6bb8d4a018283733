"use client";

import { useQueryClient } from "@tanstack/react-query";
import type { SourceView } from "#/lib/contract/sources.ts";
import { formatAge } from "#/lib/format.ts";
import { queryKeys } from "../api/query-keys.ts";
import { request } from "../api/request.ts";
import { useSingleMutation } from "../api/use-single-mutation.ts";
import { useOperator } from "../operator/operator-provider.tsx";
import { Button } from "../ui/button.tsx";
import { FormError } from "../ui/form-error.tsx";
import { CopyField } from "./copy-field.tsx";

type Hook = { readonly path: string; readonly secret: string };

function useHook(id: number) {
  const operator = useOperator();
  const client = useQueryClient();
  return useSingleMutation<Hook | null, void>({
    mutationFn: async () => {
      if (!(await operator.ready())) return null;
      return operator.write(() => request<Hook>(`/sources/${id}/hook`, { method: "POST" }));
    },
    onSuccess: () => void client.invalidateQueries({ queryKey: queryKeys.sources() }),
  });
}

function GiteaSteps() {
  return (
    <>
      <li>
        There, in the settings of the repository or of its organisation, add a webhook of the kind
        Gitea (on Forgejo: Forgejo) with this address and secret, method POST, content type
        application/json.
      </li>
      <li>
        Let it send all events; or push, create, delete, issues, issue comments, pull requests with
        their comments and reviews, and, where the version has them, statuses and workflow runs.
      </li>
      <li>
        The forge must be allowed to call this host: <code>ALLOWED_HOST_LIST</code> of{" "}
        <code>[webhook]</code> in its <code>app.ini</code> has to name{" "}
        <code>{window.location.hostname}</code>.
      </li>
    </>
  );
}

function GithubSteps() {
  return (
    <>
      <li>
        There, in the settings of the repository, of its organisation or of the app, add a webhook
        with this address as payload URL and this secret, content type application/json.
      </li>
      <li>
        Choose the events: pushes, branch creation and deletion, issues, issue comments, pull
        requests, their reviews and review comments, statuses, check runs, workflow runs and jobs,
        branch protection rules.
      </li>
    </>
  );
}

function Made({ hook, kind }: { hook: Hook; kind: SourceView["kind"] }) {
  return (
    <div className="flex w-full flex-col gap-2">
      <CopyField label="Address" value={`${window.location.origin}${hook.path}`} />
      <CopyField label="Secret" value={hook.secret} />
      <p className="font-medium">The secret is shown only now. Set both at the forge:</p>
      <ol className="list-decimal pl-5 text-muted text-xs">
        {kind === "github" ? <GithubSteps /> : <GiteaSteps />}
        <li>
          This server listens on its own machine alone. Where the forge runs on another one, have a
          reverse proxy on this machine pass the address above, and nothing else, to it, and put the
          proxy’s host into the address at the forge and into what it allows.
        </li>
      </ol>
    </div>
  );
}

function sayLast({ hasHook, lastHookAt }: SourceView, now: string): string {
  if (lastHookAt !== null) return `last webhook ${formatAge(lastHookAt, now)} ago`;
  return hasHook ? "none came yet" : "none; it is read on a timer";
}

/** Webhooks make what changed be read at once: their address, a secret that is shown once, and when the last one came. */
export function WebhookPanel({ source, now }: { source: SourceView; now: string }) {
  const hook = useHook(source.id);
  return (
    <details className="mb-2 text-sm">
      <summary className="w-fit rounded">
        Webhook… <span className="text-muted text-xs">{sayLast(source, now)}</span>
      </summary>
      <div className="mt-2 flex max-w-2xl flex-col items-start gap-2">
        {hook.data ? (
          <Made hook={hook.data} kind={source.kind} />
        ) : (
          <>
            <p className="text-muted text-xs">
              A webhook tells that something changed, and it is read at once instead of on the
              timer. Lost ones do no harm.
              {source.hasHook
                ? " The secret that is in use stops working as soon as another one is made."
                : ""}
            </p>
            <Button disabled={hook.isPending} onClick={() => hook.mutate()}>
              {source.hasHook ? "Make another secret" : "Make a secret"}
            </Button>
          </>
        )}
        <FormError error={hook.error} />
      </div>
    </details>
  );
}
