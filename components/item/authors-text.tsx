/** What stands in the issue or pull request itself. */
export function AuthorsText({ body }: { body: string | null }) {
  if (body === null || body.trim() === "") return null;
  return (
    <details className="mt-3 text-sm">
      <summary className="w-fit rounded text-muted hover:text-ink">What its author wrote</summary>
      <pre className="mt-2 max-h-96 overflow-auto whitespace-pre-wrap rounded-md border border-line bg-sunken p-3 font-sans">
        {body}
      </pre>
    </details>
  );
}
