import type { Edit, FileAt } from "./edit.ts";
import { camel, functionName, goPackage, keepsLimit, pascal, stemWords } from "./names.ts";

type Language = {
  readonly header: (file: FileAt) => string;
  readonly body: (name: string, edit: Edit) => string;
};

const go: Language = {
  header: ({ path }) => {
    const type = pascal(stemWords(path));
    return `package ${goPackage(path)}

// ${type} is what this file keeps.
type ${type} struct {
	Name string
	Rank int
}
`;
  },
  body: (name, { subject, words, isDone }) =>
    keepsLimit(words)
      ? `
// ${name}: ${subject}.
func ${name}(value, limit int) int {
${isDone ? "	if value > limit {\n		return limit\n	}\n" : ""}	return value
}
`
      : `
// ${name}: ${subject}.
func ${name}(known []string, one string) bool {
${isDone ? "	for _, each := range known {\n		if each == one {\n			return true\n		}\n	}\n	return false" : "	return len(known) > 0"}
}
`,
};

const typescript: Language = {
  header: ({ path }) => `/** The name under which the rest knows this part. */
export const ${camel([...stemWords(path), "name"])} = "${stemWords(path).join("-")}";
`,
  body: (name, { subject, words, isDone }) =>
    keepsLimit(words)
      ? `
/** ${subject}. */
export function ${name}(value: number, limit: number): number {
${isDone ? "  if (value > limit) return limit;\n" : ""}  return value;
}
`
      : `
/** ${subject}. */
export function ${name}(known: readonly string[], one: string): boolean {
  return known.${isDone ? "includes(one)" : "length > 0"};
}
`,
};

const python: Language = {
  header: ({ path }) => `NAME = "${stemWords(path).join("-")}"
`,
  body: (name, { subject, words, isDone }) =>
    keepsLimit(words)
      ? `

def ${name}(value, limit):
    """${subject}."""
${isDone ? "    if value > limit:\n        return limit\n" : ""}    return value
`
      : `

def ${name}(known, one):
    """${subject}."""
    return ${isDone ? "one in known" : "len(known) > 0"}
`,
};

const shell: Language = {
  header: () => `#!/bin/sh
set -eu
`,
  body: (name, { subject, words, isDone }) =>
    keepsLimit(words)
      ? `
# ${subject}
${name}() {
  value="$1"
  limit="$2"
${isDone ? '  if [ "$value" -gt "$limit" ]; then\n    value="$limit"\n  fi\n' : ""}  echo "$value"
}
`
      : `
# ${subject}
${name}() {
  one="$1"
  shift
${isDone ? '  for each in "$@"; do\n    if [ "$each" = "$one" ]; then\n      return 0\n    fi\n  done\n  return 1' : '  [ "$#" -gt 0 ]'}
}
`,
};

const LANGUAGES: readonly (readonly [RegExp, Language])[] = [
  [/\.go$/, go],
  [/\.tsx?$/, typescript],
  [/\.py$/, python],
  [/\.sh$/, shell],
];

/** Code of the product: one small function for each pull request that touches the file, wrong until it is merged; null where the file is no code. */
export function renderProduct(file: FileAt): string | null {
  const language = LANGUAGES.find(([path]) => path.test(file.path))?.[1];
  if (!language) return null;
  const functions = file.edits.map((edit) =>
    language.body(functionName({ path: file.path, words: edit.words }), edit),
  );
  return (file.written ?? language.header(file)) + functions.join("");
}
