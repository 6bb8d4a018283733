import Link from "next/link";
import type { ClusterDetailView, ClusterView } from "#/lib/contract/clusters.ts";
import type { ProgramView } from "#/lib/contract/program.ts";
import { VERDICTS } from "#/lib/coverage/verdict.ts";
import { count, formatDay, gapName } from "#/lib/format.ts";
import { InventedMark } from "../gap/invented-mark.tsx";
import { PageHeader } from "../layout/page-header.tsx";
import { paths } from "../layout/paths.ts";
import { ScrollBox } from "../ui/scroll-box.tsx";
import { Section } from "../ui/section.tsx";
import { MeasureSwitch } from "../verdict/measure-switch.tsx";
import { NumberLink } from "../verdict/number-link.tsx";
import { VerdictBadge } from "../verdict/verdict-badge.tsx";
import { ClusterFlags } from "./cluster-flags.tsx";
import { NamedAndClaimed } from "./named-and-claimed.tsx";
import { PartSum } from "./part-sum.tsx";
import { sayShare } from "./say-share.ts";

type Member = ClusterDetailView["members"][number];

function MemberRow({ member, timeZone }: { member: Member; timeZone: string }) {
  const verdict = VERDICTS.find((kind) => kind === member.verdict);
  return (
    <tr>
      <th scope="row" className="whitespace-nowrap">
        <span className="font-normal text-muted">{gapName(member.item)}</span>
      </th>
      <td className="min-w-64">
        <Link
          href={paths.gap(member.item)}
          prefetch={false}
          className="font-medium hover:underline"
        >
          {member.title}
        </Link>
        {member.number === null ? null : (
          <span className="ml-1.5 text-muted">#{member.number}</span>
        )}
        {member.invented ? <InventedMark /> : null}
      </td>
      <td>{member.alias}</td>
      <td>{member.part ?? <span className="text-muted">—</span>}</td>
      <td>{member.named ? "named" : <span className="text-muted">not named</span>}</td>
      <td>{verdict === undefined ? member.verdict : <VerdictBadge verdict={verdict} />}</td>
      <td className="whitespace-nowrap text-muted">{formatDay(member.enteredAt, timeZone)}</td>
    </tr>
  );
}

function Members({ view, timeZone }: { view: ClusterDetailView; timeZone: string }) {
  return (
    <ScrollBox label="Members of the cluster">
      <table className="data-table">
        <caption className="sr-only">Members of the cluster {view.cluster.name}</caption>
        <thead>
          <tr>
            {["Id", "Title", "Repository", "Part", "In the text", "Verdict", "Merged"].map(
              (head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {view.members.map((member) => (
            <MemberRow key={member.item} member={member} timeZone={timeZone} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

/** What closing the cluster is worth. */
function Worth({ slug, cluster }: { slug: string; cluster: ClusterView }) {
  return (
    <>
      <p className="font-semibold text-5xl tracking-tight">
        <NumberLink
          href={paths.gaps(slug, {
            measure: cluster.measure,
            verdict: ["gap"],
            cluster: [cluster.key],
          })}
          label={`gaps in ${cluster.name}: open the list`}
        >
          {cluster.tally.gap}
        </NumberLink>
        <span className="ml-2 font-normal text-base text-muted tracking-normal">
          {cluster.tally.gap === 1 ? "gap" : "gaps"} of{" "}
          {count(cluster.tally.inScope, "fix", "fixes")} at the measure {cluster.measure}
          {cluster.tally.gap === 0 ? "" : `; ${sayShare(cluster)}`}
        </span>
      </p>
      <div className="mt-3 flex flex-col gap-1.5">
        <PartSum slug={slug} cluster={cluster} />
        {cluster.topics.length === 0 ? null : (
          <p className="text-muted text-xs">{cluster.topics.join(" · ")}</p>
        )}
        <NamedAndClaimed cluster={cluster} />
        <ClusterFlags cluster={cluster} />
      </div>
    </>
  );
}

/** One cause, the gaps it leaves, and what closing it is worth. */
export function ClusterScreen({
  program,
  view,
}: {
  program: ProgramView;
  view: ClusterDetailView;
}) {
  const { cluster } = view;
  const { slug } = program;
  return (
    <div className="flex flex-col gap-8">
      <div>
        <p className="text-muted text-xs">
          <Link href={paths.clusters(slug)} prefetch={false} className="hover:underline">
            Clusters
          </Link>{" "}
          / {cluster.key}
        </p>
        <PageHeader
          title={cluster.name}
          aside={
            <MeasureSwitch
              current={cluster.measure}
              policy={program.measure}
              hrefOf={(to) =>
                paths.cluster(slug, cluster.key, to === program.measure ? undefined : to)
              }
            />
          }
        >
          {cluster.why}
        </PageHeader>
        <Worth slug={slug} cluster={cluster} />
      </div>
      <Section id="members" title="Members" note={count(view.members.length, "item")}>
        <Members view={view} timeZone={program.timeZone} />
      </Section>
    </div>
  );
}
