/** A line of a file; a link where its forge has pages. */
export function PlaceLink({
  path,
  line,
  url,
  short = false,
}: {
  path: string;
  line: number | null;
  url: string | null;
  /** Only the name of the file; the whole path is its title. */
  short?: boolean;
}) {
  const name = short ? (path.split("/").at(-1) ?? path) : path;
  const text = line === null ? name : `${name}:${line}`;
  const look = "wrap-anywhere font-mono text-xs";
  const title = short ? (line === null ? path : `${path}, line ${line}`) : undefined;
  if (url === null) {
    return (
      <span className={look} title={title}>
        {text}
      </span>
    );
  }
  return (
    <a href={url} title={title} className={`${look} figure-link inline-flex min-h-6 items-center`}>
      {text}
      <span className="sr-only"> on the forge</span>
    </a>
  );
}
