import { GraphQLError } from "graphql";

/** An error with the word by which this forge tells its kind. */
export function fail(type: string | null, message: string): GraphQLError {
  return new GraphQLError(message, type === null ? {} : { extensions: { type } });
}

/** This forge writes the kind beside the message and not among the extensions. */
export function shapeError(error: GraphQLError) {
  const { type, ...extensions } = error.extensions;
  const { path, locations } = error;
  return {
    ...(typeof type === "string" ? { type } : {}),
    ...(path ? { path } : {}),
    ...(Object.keys(extensions).length > 0 ? { extensions } : {}),
    ...(locations ? { locations } : {}),
    message: error.message,
  };
}

export const SOMETHING_WENT_WRONG =
  "Something went wrong while executing your query. This may be the result of a timeout.";
