const EXTENSION = /\.[a-z]{1,6}$/i;
// No file system takes a longer one, and what marks a test is taken off piece by piece.
const NAME_MAX = 255;
const TEST_PARTS =
  /^(test_|tests?_)|([._-](test|tests|spec|specs|cy|e2e|unit|integration|e2e-spec|it))+$|(Tests?|Spec|IT|TestCase)$|(_test|_spec)$/g;
const PLUMBING =
  /^(tests?|spec|specs|__tests__|src|main|java|kotlin|lib|unit|integration|app|pkg|internal)$/i;

/** A file's name without its extension and without what marks it as a test, in lower case; empty where nothing else is left. */
export function stemOf(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  let stem = name.slice(-NAME_MAX).replace(EXTENSION, "");
  for (let before = ""; before !== stem; ) {
    before = stem;
    stem = stem.replace(TEST_PARTS, "");
  }
  return stem.toLowerCase();
}

/** The folder that a path lies in; empty for the root. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf("/")));

/** Whether a test lies where its language puts the tests of that file: in its folder, in a test folder of it, or in the mirrored folder of a test tree. */
export function standsBeside(test: string, product: string): boolean {
  const [one, other] = [folderOf(test), folderOf(product)];
  const place = bare(one);
  return one === other || (place !== "" && place === bare(other));
}

/** Whether a test lies in the test tree of the part of the repository that a product file belongs to: of its package, or of the whole. */
export function sharesModule(test: string, product: string): boolean {
  const [one, other] = [bare(folderOf(test)), bare(folderOf(product))];
  return one === "" || other === one || other.startsWith(`${one}/`) || one.startsWith(`${other}/`);
}

const bare = (folder: string): string =>
  folder
    .split("/")
    .filter((part) => !PLUMBING.test(part))
    .join("/");

/** Whether what a test imports leads to a product file: its own path, its folder or the package that it lies in; null when it does not. */
export function importLeadsTo(imported: string, test: string, product: string): string | null {
  const bareProduct = product.replace(EXTENSION, "").replace(/\/(index|__init__|mod)$/, "");
  if (/^\.\.?(\/|$)/.test(imported)) {
    const target = resolve(folderOf(test), imported.replace(EXTENSION_IN_IMPORT, ""));
    if (target === bareProduct) return "file";
    // The root of a repository is the package that it publishes.
    if (target === "") return "package";
    return bareProduct.startsWith(`${target}/`) ? "folder" : null;
  }
  const parts = imported
    .replace(EXTENSION_IN_IMPORT, "")
    .replace(/^[.~@#/\\]+/, "")
    .split(/::|[./\\]/)
    .filter((part) => part !== "" && part !== "crate" && part !== "super");
  const last = parts.at(-1);
  if (last === undefined) return null;
  const inProduct = `/${bareProduct}`;
  const tail = `/${parts.slice(-2).join("/")}`;
  if (inProduct.endsWith(tail) && (parts.length > 1 || imported.startsWith("."))) return "file";
  const folder = `/${folderOf(product)}/`;
  if (parts.length > 1 && folder.includes(`${tail}/`)) return "folder";
  // `import { thing } from "@scope/package"` and `use crate_name::thing`
  const isName = last.length > 3 || /^@[^/]+\/./.test(imported);
  return isName && folder.includes(`/${last}/`) ? "package" : null;
}

const EXTENSION_IN_IMPORT = /\.(?:[cm]?[jt]sx?|vue|svelte|py|rb|php|sh)$/;

function resolve(folder: string, relative: string): string {
  const parts = folder === "" ? [] : folder.split("/");
  for (const part of relative.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/").replace(/\/(index|__init__)$/, "");
}
