const NAMES: readonly { readonly language: string; readonly name: RegExp }[] = [
  { language: "Go", name: /_test\.go$/ },
  { language: "JavaScript and TypeScript", name: /[^/]\.(test|spec)\.[cm]?[jt]sx?$/ },
  { language: "Python", name: /(^|\/)(test_[^/]*|[^/]+_test)\.py$/ },
  { language: "shell", name: /(^|\/)(test_[^/]*|[^/]+_test)\.sh$|[^/]\.bats$/ },
  {
    language: "Java and Kotlin",
    name: /(^|\/)[A-Z]\w*(Tests?|IT)\.(java|kt)$|(^|\/)Test[A-Z]\w*\.java$/,
  },
  { language: "Ruby", name: /[^/]_(spec|test)\.rb$/ },
  { language: "PHP", name: /[^/]Test\.php$/ },
  { language: "C#", name: /[^/]Tests?\.cs$/ },
  { language: "Rust", name: /(^|\/)tests\/(?:[^/]+\/)*[^/]+\.rs$/ },
];

/** Whether a path carries the name that its language gives to a test; helpers, fixtures, goldens and snapshots do not. */
export function isTestFile(path: string): boolean {
  return NAMES.some(({ name }) => name.test(path));
}
