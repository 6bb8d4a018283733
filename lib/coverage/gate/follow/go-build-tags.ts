const HEAD_MAX = 20_000;
const TERMS_MAX = 200;
// What holds on the machines that jobs run on; of what is not known here nothing is claimed.
const HOLDS = new Set(["linux", "amd64", "unix", "gc", "cgo", "race"]);
const FAILS = new Set([
  "windows",
  "darwin",
  "freebsd",
  "netbsd",
  "openbsd",
  "plan9",
  "solaris",
  "js",
  "wasm",
  "ignore",
  "never",
]);

/** Whether the `//go:build` line of a Go file lets it be compiled with these tags on Linux; true where it has none. */
export function buildTagsHold(text: string, tags: readonly string[]): boolean {
  const head = text.slice(0, HEAD_MAX);
  const end = head.search(/^package\s/m);
  const line = /^\/\/go:build\s(.+)$/m.exec(end < 0 ? head : head.slice(0, end))?.[1];
  if (line === undefined) return true;
  const terms = line.match(/&&|\|\||[!()]|[\w.]+/g) ?? [];
  if (terms.length > TERMS_MAX) return false;
  const reader = { terms, at: 0 };
  return either(
    reader,
    (tag) => tags.includes(tag) || HOLDS.has(tag) || (!FAILS.has(tag) && /^go1\.\d+$/.test(tag)),
  );
}

type Reader = { readonly terms: readonly string[]; at: number };
type Holds = (tag: string) => boolean;

function either(reader: Reader, holds: Holds): boolean {
  let value = both(reader, holds);
  while (reader.terms[reader.at] === "||") {
    reader.at += 1;
    value = both(reader, holds) || value;
  }
  return value;
}

function both(reader: Reader, holds: Holds): boolean {
  let value = single(reader, holds);
  while (reader.terms[reader.at] === "&&") {
    reader.at += 1;
    value = single(reader, holds) && value;
  }
  return value;
}

function single(reader: Reader, holds: Holds): boolean {
  const term = reader.terms[reader.at] ?? "";
  reader.at += 1;
  if (term === "!") return !single(reader, holds);
  if (term !== "(") return holds(term);
  const value = either(reader, holds);
  reader.at += 1;
  return value;
}
