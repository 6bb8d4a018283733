import { redirect } from "next/navigation";
import { paths } from "#/components/layout/paths.ts";

export default function SettingsPage() {
  redirect(paths.sources);
}
