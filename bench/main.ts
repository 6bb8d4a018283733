// npm run bench prints a table; with --json one JSON array and nothing else on standard output.
import { measureStart } from "./measure-start.ts";

const rows = await measureStart((step) => console.error(step));
if (process.argv.includes("--json")) console.log(JSON.stringify(rows));
else console.table(rows);
