import { type UseMutationOptions, useMutation } from "@tanstack/react-query";
import { useRef } from "react";

/** A mutation that the second click of a double click does not start again: a disabled button is drawn too late for it. */
export function useSingleMutation<Answer, Given>(
  options: UseMutationOptions<Answer, Error, Given>,
) {
  const busy = useRef(false);
  const mutation = useMutation<Answer, Error, Given>({
    ...options,
    onSettled: (...given) => {
      busy.current = false;
      return options.onSettled?.(...given);
    },
  });
  const mutate: typeof mutation.mutate = (...given) => {
    if (busy.current) return;
    busy.current = true;
    mutation.mutate(...given);
  };
  return { ...mutation, mutate };
}
