import type { Edit, FileAt } from "./edit.ts";
import { camel, snake, stemWords } from "./names.ts";

type Format = {
  readonly path: RegExp;
  readonly header: (file: FileAt) => string;
  readonly edit: (edit: Edit) => string;
};

const step = ({ isDone, title, words, target }: Edit): string => {
  if (!isDone) return "";
  const run = target
    ? `${runnerOf(target.path)} ${target.path}`
    : `bash scripts/${words.join("-")}.sh`;
  return `      - name: "${title.replaceAll('"', "'")}"\n        run: ${run}\n`;
};

const runnerOf = (path: string): string => {
  if (path.endsWith(".py")) return "python -m pytest -q";
  if (/\.tsx?$/.test(path)) return "npx vitest run";
  return path.endsWith(".go") ? "go test" : "bash";
};

const sentence = ({ isDone, subject }: Edit): string =>
  isDone ? `\n${subject.slice(0, 1).toUpperCase()}${subject.slice(1)}.\n` : "";

const setting = ({ isDone, words }: Edit, between: string): string =>
  `${camel(words)}${between}${isDone ? "strict" : "loose"}\n`;

const dependency = ({ isDone, words }: Edit): string =>
  `example.org/${words.join("-")} v1.${isDone ? "5" : "4"}.0`;

const FORMATS: readonly Format[] = [
  {
    path: /(^|\/)workflows\/.*\.ya?ml$/,
    header: ({ path }) => `name: ${stemWords(path).join("-")}
on:
  pull_request:
jobs:
  ${stemWords(path).join("-")}:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
`,
    edit: step,
  },
  {
    path: /\.ya?ml$/,
    header: ({ path }) => `name: ${stemWords(path).join("-")}\n`,
    edit: (edit) => setting(edit, ": "),
  },
  {
    path: /(^|\/)Dockerfile[^/]*$/,
    header: () => "FROM debian:stable-slim\n",
    edit: ({ isDone, words }) =>
      `ENV ${snake(words).toUpperCase()}=${isDone ? "strict" : "loose"}\n`,
  },
  {
    path: /(^|\/)go\.mod$/,
    header: () => "",
    edit: (edit) => `\nrequire ${dependency(edit)}\n`,
  },
  { path: /(^|\/)go\.sum$/, header: () => "", edit: (edit) => `${dependency(edit)} h1:\n` },
  {
    path: /\.astro$/,
    header: () => "<main>\n",
    edit: ({ isDone, words }) => `  <p class="${words.join("-")}">${isDone ? "new" : "old"}</p>\n`,
  },
];

const TEXT: Format = {
  path: /./,
  header: ({ path }) => `# ${stemWords(path).join(" ")}\n`,
  edit: sentence,
};

/** A file that is no code: settings, workflows, documents, images. */
export function renderOther(file: FileAt): string {
  if (file.path.endsWith(".json")) return renderJson(file);
  const format = FORMATS.find(({ path }) => path.test(file.path)) ?? TEXT;
  return (file.written ?? format.header(file)) + file.edits.map(format.edit).join("");
}

function renderJson({ path, edits }: FileAt): string {
  const settings = edits.map(({ words, isDone }) => [camel(words), isDone ? "strict" : "loose"]);
  return `${JSON.stringify({ name: stemWords(path).join("-"), ...Object.fromEntries(settings) }, null, 2)}\n`;
}
