"use client";

import { Button } from "../ui/button.tsx";
import { MessagePage } from "./message-page.tsx";

const digestOf = (error: unknown): string | null =>
  error instanceof Error && "digest" in error ? String(error.digest) : null;

export function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = digestOf(error);
  return (
    <MessagePage
      title="This page could not be put together"
      action={
        <Button tone="strong" onClick={() => retry()}>
          Try again
        </Button>
      }
    >
      The server failed while it read the data; what is stored is untouched.
      {digest === null ? null : (
        <>
          {" "}
          The log has the cause under <code className="font-mono text-sm">{digest}</code>.
        </>
      )}
    </MessagePage>
  );
}
