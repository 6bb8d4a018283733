import Link from "next/link";
import type { ClusterDetailView } from "#/lib/contract/clusters.ts";
import type { ProgramView } from "#/lib/contract/program.ts";
import { VERDICTS } from "#/lib/coverage/verdict.ts";
import { count, formatDay, gapName } from "#/lib/format.ts";
import { InventedMark } from "../gap/invented-mark.tsx";
import { paths } from "../layout/paths.ts";
import { ScrollBox } from "../ui/scroll-box.tsx";
import { Section } from "../ui/section.tsx";
import { VerdictBadge } from "../verdict/verdict-badge.tsx";
import { ChoiceBox, ChoiceProvider, ChooseAll } from "./choice.tsx";
import { MemberBar } from "./member-bar.tsx";

type Member = ClusterDetailView["members"][number];
type Shown = { program: ProgramView; view: ClusterDetailView };

const HEADS = ["Id", "Title", "Repository", "Part", "In the text", "Verdict", "Merged"];

function MemberRow({ member, program }: { member: Member; program: ProgramView }) {
  const verdict = VERDICTS.find((kind) => kind === member.verdict);
  return (
    <tr data-choice-row className="focus-within:bg-hover">
      {program.archived ? null : (
        <td className="no-print">
          <ChoiceBox choiceKey={String(member.item)} label={`Choose ${gapName(member.item)}`} />
        </td>
      )}
      <th scope="row" className="whitespace-nowrap">
        <span className="font-normal text-muted">{gapName(member.item)}</span>
      </th>
      <td className="min-w-64">
        <Link
          href={paths.gap(member.item)}
          prefetch={false}
          className="scroll-mt-10 font-medium hover:underline"
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
      <td className="whitespace-nowrap text-muted">
        {formatDay(member.enteredAt, program.timeZone)}
      </td>
    </tr>
  );
}

function Table({ program, view }: Shown) {
  return (
    <ScrollBox label="Members of the cluster">
      <table className="data-table">
        <caption className="sr-only">Members of the cluster {view.cluster.name}</caption>
        <thead>
          <tr>
            {program.archived ? null : (
              <th scope="col" className="no-print w-8">
                <ChooseAll label="Choose all members" />
              </th>
            )}
            {HEADS.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.members.map((member) => (
            <MemberRow key={member.item} member={member} program={program} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

/** What a cluster holds, covered or not, and the way to put it elsewhere. */
export function Members({ program, view }: Shown) {
  const { key, name } = view.cluster;
  return (
    <Section id="members" title="Members" note={count(view.members.length, "item")}>
      <ChoiceProvider all={view.members.map(({ item }) => String(item))}>
        {program.archived ? null : (
          <MemberBar slug={program.slug} cluster={{ key, name }} others={view.others} />
        )}
        <Table program={program} view={view} />
      </ChoiceProvider>
    </Section>
  );
}
