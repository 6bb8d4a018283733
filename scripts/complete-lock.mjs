// Adds to package-lock.json the platform packages that a registry could not serve. Without them
// `npm ci` refuses the lock on a machine whose registry lacks other platforms' binaries, and a lock
// made there would lack those of other machines. Run it after every change of a dependency.
import { readFileSync, writeFileSync } from "node:fs";

const OS = {
  aix: "aix",
  android: "android",
  darwin: "darwin",
  freebsd: "freebsd",
  linux: "linux",
  linuxmusl: "linux",
  netbsd: "netbsd",
  openbsd: "openbsd",
  openharmony: "openharmony",
  sunos: "sunos",
  win32: "win32",
  windows: "win32",
};
const CPUS = [
  "x64",
  "arm64",
  "arm",
  "ia32",
  "ppc64",
  "riscv64",
  "s390x",
  "loong64",
  "mips64el",
  "wasm32",
];

const file = process.argv[2] ?? "package-lock.json";
const text = readFileSync(file, "utf8");
const lock = JSON.parse(text);
const packages = lock.packages;

/** Whether Node, asked from this folder outwards, would find the package in the lock. */
function isLocked(folder, name) {
  for (
    let at = folder;
    ;
    at = at.includes("/node_modules/") ? at.slice(0, at.lastIndexOf("/node_modules/")) : ""
  ) {
    if (packages[`${at ? `${at}/` : ""}node_modules/${name}`]) return true;
    if (at === "") return false;
  }
}

function entryOf(name, version, parent) {
  const words = name.split("/").pop().split(/[-.]/);
  const os = words.map((word) => OS[word]).find(Boolean);
  const cpu = words.find((word) => CPUS.includes(word));
  if (!os && !cpu) throw new Error(`${name}: its name does not tell for which platform it is.`);
  const libc = words.some((word) => word.includes("musl"))
    ? "musl"
    : words.includes("gnu")
      ? "glibc"
      : null;
  return {
    version,
    ...(cpu ? { cpu: [cpu] } : {}),
    ...(parent.dev ? { dev: true } : {}),
    ...(libc && os === "linux" ? { libc: [libc] } : {}),
    optional: true,
    ...(os ? { os: [os] } : {}),
  };
}

let added = 0;
for (const [folder, parent] of Object.entries({ ...packages })) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    if (isLocked(folder, name) || !/^\d+\.\d+\.\d+/.test(version)) continue;
    packages[`node_modules/${name}`] = entryOf(name, version, parent);
    added += 1;
  }
}

lock.packages = Object.fromEntries(
  Object.entries(packages).toSorted(([a], [b]) => a.localeCompare(b, "en")),
);
const completed = `${JSON.stringify(lock, null, 2)}\n`;
if (completed !== text) writeFileSync(file, completed);
console.log(`${added} platform packages added to ${file}`);
