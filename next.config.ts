import type { NextConfig } from "next";

const config: NextConfig = {
  reactStrictMode: true,
  typedRoutes: true,
  poweredByHeader: false,
  outputFileTracingRoot: import.meta.dirname,
  serverExternalPackages: [
    "pg",
    "pg-boss",
    "pino",
    "undici",
    "@prisma/client",
    "@prisma/adapter-pg",
  ],
};

export default config;
