export type WorkflowFileFact = {
  readonly path: string;
  readonly text: string;
};
