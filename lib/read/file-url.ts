type Pages = {
  /** Address of the repository's page; null where it has none. */
  readonly url: string | null;
  readonly defaultBranch: string;
};

/** The page of a line of a file on the forge; null where the forge has no pages, and for the sample, whose forge nobody can open. */
export function fileUrl(
  { url, defaultBranch }: Pages,
  sample: boolean,
  path: string,
  line: number | null,
): string | null {
  if (sample || url === null || path === "") return null;
  const encoded = `${defaultBranch}/${path}`.split("/").map(encodeURIComponent).join("/");
  return `${url}/src/branch/${encoded}${line === null ? "" : `#L${line}`}`;
}
