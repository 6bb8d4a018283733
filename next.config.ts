import type { NextConfig } from "next";

const config: NextConfig = {
  reactStrictMode: true,
  typedRoutes: true,
  poweredByHeader: false,
  outputFileTracingRoot: import.meta.dirname,
  // The proxy reads bodies too, and what it would cut is refused by our own limits with a sentence.
  experimental: { proxyClientMaxBodySize: "66mb" },
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
