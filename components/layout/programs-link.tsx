import Link from "next/link";
import { buttonClass } from "../ui/button-class.ts";
import { paths } from "./paths.ts";

export function ProgramsLink() {
  return (
    <Link href={paths.programs} prefetch={false} className={buttonClass("strong")}>
      Go to the programs
    </Link>
  );
}
