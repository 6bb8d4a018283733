import { randomBytes } from "node:crypto";
import { afterAll, inject } from "vitest";
import { adminClient } from "./admin-client.ts";

// Each file has a database of its own, so files run side by side and none sees another's rows.
const server = inject("postgres");
const name = `gateline_${process.pid}_${randomBytes(4).toString("hex")}`;
const admin = await adminClient(server);
await admin.query(`CREATE DATABASE ${name} TEMPLATE gateline_template`);
// A test that loses its machine's power has other worries; waiting for the disk is most of its time.
await admin.query(`ALTER DATABASE ${name} SET synchronous_commit TO off`);
process.env.DATABASE_URL = server.replace("/postgres?", `/${name}?`);
process.env.GATELINE_KEY = randomBytes(32).toString("hex");
process.env.GATELINE_LOG = "silent";

afterAll(async () => {
  const { db } = await import("../db.ts");
  await db.$disconnect();
  await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
  await admin.end();
});
