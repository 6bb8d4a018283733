import type { ReactNode } from "react";
import { Shell } from "#/app/_server/shell.tsx";

export default function SettingsLayout({ children }: { children: ReactNode }) {
  return <Shell program={null}>{children}</Shell>;
}
