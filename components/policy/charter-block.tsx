import { CircleCheck, CircleDashed, CircleHelp } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import type { Charter } from "#/lib/contract/charter.ts";
import type { ProgramView } from "#/lib/contract/program.ts";
import { formatDay } from "#/lib/format.ts";
import { paths } from "../layout/paths.ts";
import { measureText } from "../verdict/measure-text.ts";

/** What a program promised: the mandate, when it is done, the rule that reviewers hold a change to, and who answers for it. */
export function CharterBlock({
  program,
  charter,
}: {
  program: ProgramView;
  charter: Charter | null;
}) {
  if (program.mandate === null && charter === null) {
    return (
      <p className="border-line border-y py-3 text-muted text-sm">
        Nobody wrote down yet what this program promises.
      </p>
    );
  }
  return (
    <dl className="grid gap-x-8 gap-y-5 md:grid-cols-2">
      <Entry name="Mandate">
        <Quote text={program.mandate} by={sayMandate(program, charter)} />
      </Entry>
      {charter === null ? null : <Promises slug={program.slug} charter={charter} />}
    </dl>
  );
}

function Promises({ slug, charter }: { slug: string; charter: Charter }) {
  const { definitionOfDone, sop, owners, trackedAgainst, roles } = charter;
  return (
    <>
      <Entry name="Definition of done">
        <Quote text={definitionOfDone} />
      </Entry>
      <Entry name="The rule that reviewers apply">
        {sop === null ? (
          <NotWritten />
        ) : (
          <Quote
            text={sop.text}
            by={
              <>
                <code className="font-mono">{sop.file}</code>, {sop.section}
              </>
            }
          />
        )}
      </Entry>
      <Entry name="Who takes that rule through">
        {owners === null ? <NotWritten /> : <OwnerSteps owners={owners} />}
      </Entry>
      <Entry name="Goes on from">
        {charter.extends.length === 0 ? <NotWritten /> : <Extends rules={charter.extends} />}
      </Entry>
      <Entry name="Tracked against">
        {trackedAgainst === null ? <NotWritten /> : <Tracked slug={slug} by={trackedAgainst} />}
      </Entry>
      <Entry name="Roles">{roles.length === 0 ? <NotWritten /> : <Roles roles={roles} />}</Entry>
    </>
  );
}

function Tracked({
  slug,
  by: { text, url, measure },
}: {
  slug: string;
  by: NonNullable<Charter["trackedAgainst"]>;
}) {
  return (
    <p>
      <Linked text={text} url={url} />
      {measure === null ? null : (
        <>
          {": here it is the figure "}
          <Link href={paths.gaps(slug, { measure, population: "fix" })} className="figure-link">
            {measureText(measure).headline} ({measure})
          </Link>
        </>
      )}
    </p>
  );
}

function sayMandate({ mandateBy }: ProgramView, charter: Charter | null): string | null {
  const by = charter?.mandateBy ?? null;
  const on = charter?.mandateOn ?? null;
  if (by === null && on === null) return mandateBy;
  return [by, on === null ? null : formatDay(on)].filter((part) => part !== null).join(", ");
}

function Entry({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-muted text-xs">{name}</dt>
      <dd className="wrap-anywhere mt-1 max-w-prose text-sm">{children}</dd>
    </div>
  );
}

const NotWritten = () => <p className="text-muted">Not written down.</p>;

function Quote({ text, by = null }: { text: string | null; by?: ReactNode }) {
  if (text === null) return <NotWritten />;
  return (
    <figure>
      <blockquote className="border-control border-l-2 pl-3 whitespace-pre-line">{text}</blockquote>
      {by === null ? null : <figcaption className="mt-1 text-muted text-xs">{by}</figcaption>}
    </figure>
  );
}

const ICON = "mt-0.5 size-4 shrink-0";

/** The steps in order; where nobody told how far they are, each is unknown. */
function OwnerSteps({ owners: { steps, done } }: { owners: NonNullable<Charter["owners"]> }) {
  const stateOf = (index: number) => {
    if (done === null)
      return {
        word: "unknown",
        icon: <CircleHelp aria-hidden className={`${ICON} text-unknown`} />,
      };
    if (index < done)
      return { word: "done", icon: <CircleCheck aria-hidden className={`${ICON} text-covered`} /> };
    const word = index === done ? "next" : "later";
    return { word, icon: <CircleDashed aria-hidden className={`${ICON} text-testonly`} /> };
  };
  return (
    <>
      <ol className="flex flex-col gap-1">
        {steps.map((step, index) => {
          const { word, icon } = stateOf(index);
          return (
            // The same people may come twice.
            <li key={`${index}:${step}`} className="flex items-start gap-1.5">
              {icon}
              <span>
                {index + 1}. {step} <span className="text-muted text-xs">({word})</span>
              </span>
            </li>
          );
        })}
      </ol>
      {done === null ? (
        <p className="mt-1 text-muted text-xs">
          How far it is was not told, so its state is unknown.
        </p>
      ) : null}
    </>
  );
}

function Extends({ rules }: { rules: Charter["extends"] }) {
  return (
    <ul className="flex flex-col gap-1">
      {rules.map(({ text, url, means }) => (
        <li key={text}>
          <Linked text={text} url={url} />
          {means === null ? null : <span className="text-muted">. {means}</span>}
        </li>
      ))}
    </ul>
  );
}

function Linked({ text, url }: { text: string; url: string | null }) {
  if (url === null) return <>{text}</>;
  return (
    <a href={url} rel="noreferrer" className="figure-link">
      {text}
    </a>
  );
}

function Roles({ roles }: { roles: Charter["roles"] }) {
  return (
    <ul className="flex flex-col gap-1">
      {roles.map(({ who, does }, index) => (
        // One person may stand here for two things.
        <li key={`${index}:${who}`}>
          <span className="font-medium">{who}</span>
          {does === null ? null : <span className="text-muted">: {does}</span>}
        </li>
      ))}
    </ul>
  );
}
