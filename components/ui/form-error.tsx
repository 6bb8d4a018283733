/** Why a form was refused; the region is there before the first refusal, so that it is read aloud. */
export function FormError({ error }: { error: Error | null }) {
  return (
    <p role="alert" className="text-danger text-sm empty:hidden">
      {error?.message}
    </p>
  );
}
