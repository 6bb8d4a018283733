import type { RepositoryRow } from "#/lib/contract/overview.ts";
import { paths } from "../layout/paths.ts";
import { NumberLink } from "../verdict/number-link.tsx";
import { sayMerged } from "./say-merged.ts";

type Audit = NonNullable<RepositoryRow["audit"]>;

/** How the merged pull requests of a repository divide; what is in no figure is one click away. */
export function MergedLine({ audit, slug, repo }: { audit: Audit; slug: string; repo: string }) {
  return (
    <span className="block font-normal text-muted text-xs">
      {sayMerged(audit).map(({ text, opens }) =>
        opens === null ? (
          text
        ) : (
          <NumberLink
            key={opens}
            href={paths.merged(slug, { counts: opens, repo })}
            label={`merged pull requests of ${repo}: open the list`}
          >
            {text}
          </NumberLink>
        ),
      )}
    </span>
  );
}
