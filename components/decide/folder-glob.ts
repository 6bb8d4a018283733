const SPECIAL = /[\\*?[\]{}()!+@|^$]/g;

/** A pattern for every path in the folder of a file, for the file itself where it lies in none. */
export function folderGlob(path: string): string {
  const end = path.lastIndexOf("/");
  const quoted = (text: string) => text.replace(SPECIAL, "\\$&");
  return end === -1 ? quoted(path) : `${quoted(path.slice(0, end))}/**`;
}
