import Link from "next/link";
import type { OverviewView } from "#/lib/contract/overview.ts";
import { HAS_TEST } from "#/lib/coverage/measure.ts";
import { paths } from "../layout/paths.ts";
import { buttonClass } from "../ui/button-class.ts";
import { Empty } from "../ui/empty.tsx";
import { RepositoryTable } from "./repository-table.tsx";

/** A program about which nothing can be said yet, and what to do for it. */
export function NotAudited({ view }: { view: OverviewView }) {
  const { slug } = view.program;
  if (view.inScopeRepositories === 0) {
    return (
      <Empty title="No repository is in scope yet">
        <p className="mb-3">Percentages, gaps and clusters appear once one was read whole.</p>
        <Link href={paths.program(slug)} className={buttonClass("strong")}>
          Put a repository in scope
        </Link>
      </Empty>
    );
  }
  return (
    <div className="flex flex-col gap-6">
      <Empty title="No repository is audited yet">
        <p className="mb-3">
          The first whole pass over a repository gives its figures; until then nothing is known,
          which is neither 0 % nor 100 %.
        </p>
        <Link href={paths.sources} className={buttonClass()}>
          See how the sync stands
        </Link>
      </Empty>
      <RepositoryTable view={view} measure={HAS_TEST} />
    </div>
  );
}
