import { inOnePiece } from "./moment.ts";
import { markdown, picture, type Tongue, tongues } from "./tongue.ts";

export type Block = { readonly id: number; readonly mark: number };

/** A file as it stands on the default branch. */
export type WorldFile = {
  path: string;
  readonly name: string;
  readonly tongue: Tongue;
  readonly isTest: boolean;
  blocks: readonly Block[];
  /** Whether a pull request that will be merged changes it, so that no other may. */
  isTaken: boolean;
};

export type Pair = { readonly product: WorldFile; readonly test: WorldFile };
export type Area = { readonly name: string; readonly tongue: Tongue; pairs: Pair[] };

/** What the generated repository holds. */
export type World = {
  readonly areas: Area[];
  readonly docs: WorldFile[];
  readonly pictures: WorldFile[];
};

const BLOCKS = 4;
const AREA_PAIRS = 30;
const PULLS_A_PAIR = 25;

/** A repository that is large enough for so many pull requests to find files of their own. */
export function makeWorld(pulls: number): World {
  const pairs = Math.max(60, Math.ceil(pulls / PULLS_A_PAIR));
  const count = Math.max(3, Math.ceil(pairs / AREA_PAIRS));
  const areas = Array.from({ length: count }, (_, nth): Area => {
    const tongue = tongues[nth % tongues.length] ?? markdown;
    return { name: `area${nth}`, tongue, pairs: [] };
  });
  for (let nth = 0; nth < pairs; nth += 1) {
    const area = areas[nth % count];
    area?.pairs.push(makePair(area, nth, `part${nth}`));
  }
  const docs = Array.from({ length: 20 }, (_, nth) => lone(`docs/guide${nth}`, markdown));
  const pictures = Array.from({ length: 10 }, (_, nth) => lone(`assets/image${nth}`, picture));
  return { areas, docs, pictures };
}

// So that no folder grows large, as nobody's does.
const GROUPS = 16;

/** A product file of an area and the test beside it. */
export function makePair({ name: area, tongue }: Area, nth: number, name: string): Pair {
  const file = (fileName: string, isTest: boolean): WorldFile => ({
    path: inOnePiece("src/", area, "/group", nth % GROUPS, "/", fileName),
    name,
    tongue,
    isTest,
    blocks: firstBlocks(),
    isTaken: false,
  });
  return {
    product: file(`${name}.${tongue.ending}`, false),
    test: file(tongue.testName(name), true),
  };
}

function lone(path: string, tongue: Tongue): WorldFile {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const at = `${path}.${tongue.ending}`;
  return { path: at, name, tongue, isTest: false, blocks: firstBlocks(), isTaken: false };
}

const firstBlocks = (): Block[] => Array.from({ length: BLOCKS }, (_, id) => ({ id, mark: 0 }));

export function* filesOf({ areas, docs, pictures }: World): Generator<WorldFile> {
  for (const { pairs } of areas) {
    for (const { product, test } of pairs) {
      yield product;
      yield test;
    }
  }
  yield* docs;
  yield* pictures;
}
