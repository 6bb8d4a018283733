// A document that names a path which is gone misleads its reader: each `path` in it must exist.
import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const FOLDERS = "app|components|lib|prisma|e2e|public|scripts|bench|docs|bin";
const PATH = new RegExp(`\`((?:${FOLDERS})/[\\w./\\-[\\]]+)\``, "g");

const documents = globSync(["*.md", "docs/**/*.md", "{lib,components,app,e2e}/**/README.md"], {
  cwd: root,
});
const gone = documents.flatMap((document) => {
  const text = readFileSync(join(root, document), "utf8");
  return [...text.matchAll(PATH)]
    .map(([, path = ""]) => path)
    .filter((path) => !existsSync(join(root, path)))
    .map((path) => `${document} names ${path}, which is gone`);
});
for (const line of gone) console.error(line);
console.log(`${documents.length} documents checked`);
process.exit(gone.length > 0 ? 1 : 0);
