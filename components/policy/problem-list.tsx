/** What keeps a form from being read, each with its place; the region is there before, so that it is read aloud. */
export function ProblemList({ problems }: { problems: readonly string[] }) {
  return (
    <div role="alert" className="text-danger text-sm empty:hidden">
      {problems.length === 0 ? null : (
        <ul className="list-disc pl-4">
          {problems.map((problem) => (
            <li key={problem} className="wrap-anywhere">
              {problem}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
