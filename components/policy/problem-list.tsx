import { WAIVER_DAYS_MAX } from "#/lib/coverage/policy.ts";

type Place = { readonly label: string /** Of a whole number. */; readonly limits?: string };
type PlaceName =
  | "name"
  | "acceptedKinds"
  | "approvals.reviews"
  | "approvals.group"
  | "signOffs"
  | "lease.agentMinutes"
  | "lease.personDays"
  | "waiver.daysMax"
  | "fixRules"
  | "testKinds"
  | "clusters";

/** How the places of the rules are called on the form. */
export const PLACES: Readonly<Record<PlaceName, Place>> = {
  name: { label: "Name" },
  acceptedKinds: { label: "Tests that count" },
  "approvals.reviews": { label: "Reviews before a gap closes", limits: "0 to 10" },
  "approvals.group": { label: "Reviews by" },
  signOffs: { label: "Who signs off work on the architecture" },
  "lease.agentMinutes": { label: "Minutes an agent’s claim lasts", limits: "1 to 1440" },
  "lease.personDays": { label: "Days a person’s claim lasts", limits: "1 to 90" },
  "waiver.daysMax": { label: "Days a waiver lasts at most", limits: `1 to ${WAIVER_DAYS_MAX}` },
  fixRules: { label: "Rules on what counts as a fix" },
  testKinds: { label: "Rules on kinds of tests" },
  clusters: { label: "Rules on clusters" },
};

/** The place that a problem begins with, up to what is wrong or to a place inside it. */
const placeOf = (problem: string): readonly [string, Place] | undefined =>
  Object.entries(PLACES).find(
    ([name]) => problem.startsWith(name) && /[:[,]/.test(problem.charAt(name.length)),
  );

/** What is wrong with the value of a place, without the place. */
export function sayWhat(problem: string): string {
  const [name = "", place] = placeOf(problem) ?? [];
  if (place?.limits !== undefined) return `give a whole number, ${place.limits}`;
  return problem.slice(name.length).replace(/^: /, "");
}

// The schema library's own words for a part that is not there.
const MISSING = /Invalid input: expected \w+, received undefined$/;

/** A problem with the label of its field for the path of its place. */
function sayProblem(problem: string): string {
  const found = placeOf(problem);
  if (found === undefined) return problem;
  const [name, { label, limits }] = found;
  if (limits !== undefined) return `${label}: ${sayWhat(problem)}`;
  const rest = problem.slice(name.length).replace(/^\[/, " [");
  return `${label}${rest.replace(MISSING, "is missing")}`;
}

/** What keeps a form from being read, each with its place; the region is there before, so that it is read aloud. */
export function ProblemList({ problems }: { problems: readonly string[] }) {
  return (
    <div role="alert" className="text-danger text-sm empty:hidden">
      {problems.length === 0 ? null : (
        <ul className="list-disc pl-4">
          {problems.map((problem) => (
            <li key={problem} className="wrap-anywhere">
              {sayProblem(problem)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
