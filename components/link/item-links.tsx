import type { ItemView } from "#/lib/contract/item.ts";
import type { LinkView } from "#/lib/contract/links.ts";
import { keyOf } from "#/lib/coverage/link/endpoint.ts";
import { Section } from "../ui/section.tsx";
import { LinkGate } from "./link-gate.tsx";
import { LinkLine } from "./link-line.tsx";
import { prepareCandidates } from "./prepare-candidates.ts";
import { RejectedLinks } from "./rejected-links.tsx";
import { sayMentions, sayRejected } from "./say-links.ts";

function Lines({ links, slug }: { links: readonly LinkView[]; slug: string }) {
  return (
    <ul className="divide-y divide-line">
      {links.map((link) => (
        <LinkLine key={`${keyOf(link.from.end)} ${link.relation}`} link={link} slug={slug} />
      ))}
    </ul>
  );
}

const FOLD = "w-fit rounded text-muted hover:text-ink";

/** What leads to the item and how a person can say otherwise; what only mentions it, and what was rejected, is folded. */
export function ItemLinks({ view }: { view: ItemView }) {
  const { program, links, row, end, rejected } = view;
  const mentions = links.filter(({ relation }) => relation === "refs");
  const claims = links.filter(({ relation }) => relation !== "refs");
  return (
    <Section
      id="links"
      title="Links"
      note="What says that it repairs or covers this, and what a person decided about it."
      aside={
        <LinkGate
          slug={program.slug}
          item={row.item}
          to={end}
          candidates={prepareCandidates(view)}
        />
      }
    >
      <div className="divide-y divide-line border-line border-y">
        {claims.length === 0 ? (
          <p className="py-3 text-muted text-sm">
            Nothing that was read says that it repairs or covers this.
          </p>
        ) : (
          <Lines links={claims} slug={program.slug} />
        )}
        {mentions.length === 0 ? null : (
          <details className="py-2 text-sm">
            <summary className={FOLD}>{sayMentions(mentions)}</summary>
            <Lines links={mentions} slug={program.slug} />
          </details>
        )}
        {rejected.total === 0 ? null : (
          <details className="py-2 text-sm">
            <summary className={FOLD}>{sayRejected(rejected)}</summary>
            <RejectedLinks
              links={rejected.rows}
              slug={program.slug}
              timeZone={program.timeZone}
              here
            />
          </details>
        )}
      </div>
    </Section>
  );
}
