import type { PullEffectView } from "#/lib/contract/plan.ts";
import { Section } from "../ui/section.tsx";

/** What merging each open pull request would change. */
export function OpenPulls({ pulls }: { pulls: readonly PullEffectView[] }) {
  if (pulls.length === 0) return null;
  return (
    <Section
      id="pulls"
      title="Open pull requests"
      note="Those that say what they cover, and what merging each would change."
    >
      <ul className="divide-y divide-line border-line border-y text-sm">
        {pulls.map(({ alias, number, title, url, text }) => (
          <li key={`${alias}#${number}`} className="wrap-anywhere py-2">
            {url === null ? (
              <span className="font-medium">
                {alias}#{number}
              </span>
            ) : (
              <a href={url} className="figure-link font-medium" rel="noreferrer">
                {alias}#{number}
              </a>
            )}{" "}
            {title}
            <p className="text-muted">{text}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
