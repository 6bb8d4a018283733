import type { MergedView } from "#/lib/contract/merged.ts";
import { formatDay } from "#/lib/format.ts";
import { TakeBackKind } from "../decide/take-back-kind.tsx";
import { TestKindForm } from "../decide/test-kind-form.tsx";
import { ScrollBox } from "../ui/scroll-box.tsx";
import { Section } from "../ui/section.tsx";

type Word = MergedView["testKinds"][number];

const HEADS = ["Tests", "Kind", "Repository", "Reason", "Decided by", "On"];

function WordRow({ word, slug, timeZone }: { word: Word; slug: string; timeZone: string }) {
  return (
    <tr>
      <th scope="row" className="min-w-40 break-all font-mono text-xs!">
        {word.paths}
      </th>
      <td>{word.kind}</td>
      <td>{word.alias}</td>
      <td className="wrap-anywhere min-w-56">{word.reason}</td>
      <td>
        {word.by}
        {word.byKind === "person" ? null : <span className="text-muted"> ({word.byKind})</span>}
      </td>
      <td className="whitespace-nowrap text-muted">{formatDay(word.at, timeZone)}</td>
      <td className="no-print">
        <TakeBackKind slug={slug} alias={word.alias} paths={word.paths} kind={word.kind} />
      </td>
    </tr>
  );
}

function WordTable({
  words,
  slug,
  timeZone,
}: {
  words: readonly Word[];
  slug: string;
  timeZone: string;
}) {
  return (
    <ScrollBox label="Kinds of tests decided by people">
      <table className="data-table">
        <caption className="sr-only">Kinds of tests decided by people</caption>
        <thead>
          <tr>
            {HEADS.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
            <th scope="col" className="no-print">
              <span className="sr-only">Action</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {words.map((word) => (
            <WordRow key={`${word.alias}:${word.paths}`} word={word} {...{ slug, timeZone }} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

/** What people said of the kinds of tests, and the way to say more. */
export function TestKinds({
  words,
  repos,
  slug,
  timeZone,
}: {
  words: readonly Word[];
  repos: readonly string[];
  slug: string;
  timeZone: string;
}) {
  return (
    <Section
      id="test-kinds"
      title="Kinds of tests decided by people"
      note="A test’s kind decides whether it counts at the rungs of the gates. Path and text tell it, unless a person says otherwise."
    >
      {words.length === 0 ? (
        <p className="border-line border-y py-3 text-muted text-sm">
          Nobody has decided the kind of any test.
        </p>
      ) : (
        <WordTable words={words} slug={slug} timeZone={timeZone} />
      )}
      {repos.length === 0 ? null : <TestKindForm slug={slug} repos={repos} />}
    </Section>
  );
}
