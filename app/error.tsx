"use client";

// The framework wants the directive in this very file.
export { ErrorPage as default } from "#/components/layout/error-page.tsx";
