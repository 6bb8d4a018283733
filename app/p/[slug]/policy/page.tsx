import { orNotFound, readMoment } from "#/app/_server/page-data.ts";
import { PolicyScreen } from "#/components/policy/policy-screen.tsx";
import { readPolicyOrThrow } from "#/lib/read/policy.ts";

export const metadata = { title: "Policy" };

export default async function PolicyPage(props: PageProps<"/p/[slug]/policy">) {
  const { slug } = await props.params;
  const { clock } = await readMoment();
  const view = await orNotFound(readPolicyOrThrow({ slug, clock }));
  return <PolicyScreen view={view} />;
}
