/** Joins two paths of a repository and resolves `.` and `..`; "" is the root, and nothing climbs above it. */
export function joinPath(base: string, path: string): string {
  const parts: string[] = [];
  const from = path.startsWith("/") ? "" : base;
  for (const part of `${from}/${path}`.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === "..") parts.pop();
    else parts.push(part);
  }
  return parts.join("/");
}
