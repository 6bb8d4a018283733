import { z } from "zod";
import { ShapeClusterInput, TakeBackWordInput } from "#/lib/contract/cluster-inputs.ts";
import { MEASURES } from "#/lib/coverage/measure.ts";
import { readClusterOrThrow } from "#/lib/read/cluster.ts";
import { readClustersOrThrow } from "#/lib/read/clusters.ts";
import { shapeCluster } from "#/lib/workflow/shape-cluster.ts";
import { takeBackClusterWord } from "#/lib/workflow/take-back-cluster-word.ts";
import { type Call, operation } from "../operation.ts";
import { RowId } from "../row-id.ts";

const Measured = z.object({ slug: z.string(), measure: z.enum(MEASURES).optional() });
const ctxOf = async ({ actor, clock }: Call) => ({ actor: await actor(), now: clock });

export const clusterOperations = [
  operation({
    name: "list_clusters",
    route: "GET /programs/{slug}/clusters",
    input: Measured,
    run: (_call, input) => readClustersOrThrow(input),
  }),
  operation({
    name: "get_cluster",
    route: "GET /programs/{slug}/clusters/{key}",
    input: Measured.extend({ key: z.string() }),
    run: (_call, input) => readClusterOrThrow(input),
  }),
  operation({
    name: "shape_cluster",
    route: "POST /programs/{slug}/clusters/words",
    status: 201,
    input: ShapeClusterInput.extend({ slug: z.string() }),
    run: async (call, input) => ({ word: await shapeCluster({ ctx: await ctxOf(call), input }) }),
  }),
  operation({
    name: "take_back_cluster_word",
    route: "POST /programs/{slug}/clusters/words/{word}/take-back",
    input: TakeBackWordInput.extend({ slug: z.string(), word: RowId }),
    run: async (call, input) => {
      await takeBackClusterWord({ ctx: await ctxOf(call), input });
      return {};
    },
  }),
];
