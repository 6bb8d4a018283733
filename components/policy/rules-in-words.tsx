import type { PolicyView } from "#/lib/contract/policy.ts";

/** The rules as short sentences, a list for each subject. */
export function RulesInWords({ chapters }: { chapters: PolicyView["chapters"] }) {
  return (
    <dl className="grid gap-x-8 gap-y-5 md:grid-cols-2">
      {chapters.map(({ about, sentences }) => (
        <div key={about} className="min-w-0">
          <dt className="font-medium text-sm">{about}</dt>
          <dd className="mt-1">
            <ul className="flex max-w-prose flex-col gap-1 text-sm">
              {sentences.map((sentence) => (
                <li key={sentence} className="wrap-anywhere">
                  {sentence}
                </li>
              ))}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  );
}
