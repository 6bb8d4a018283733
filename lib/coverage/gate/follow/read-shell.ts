import type { Block, ShellCommand } from "./shell-command.ts";
import { shellTokens, type Token } from "./shell-tokens.ts";

const DEPTH_MAX = 200;
const BRANCHES_MAX = 50;

/** The simple commands of a shell script in order, each with the blocks around it; what is no shell gives odd commands, never an error. */
export function readShell(script: string): readonly ShellCommand[] {
  const parser = new Parser(script);
  for (const token of shellTokens(script)) parser.take(token);
  parser.end();
  return parser.commands;
}

type Open = { words: string[]; assignments: string[]; redirections: string[]; start: Token };

class Parser {
  readonly commands: ShellCommand[] = [];
  readonly #script: string;
  #open: Open | null = null;
  #block: Block | null = null;
  #depth = 0;
  #before = "";
  #line = 0;
  #freshLine = true;
  #negated = false;
  #end = 0;
  /** Waiting for: a redirection's target, the words of `for` or `case`, a pattern of `case`, a function's body. */
  #mode: "" | "redirect" | "for" | "case" | "pattern" | "function" = "";
  #header: string[] = [];
  /** What the next `||` rescues. */
  #chain: (ShellCommand | Block)[] = [];
  #rescued: (ShellCommand | Block)[] = [];
  readonly #whens = new Map<Block, readonly Block[]>();

  constructor(script: string) {
    this.#script = script;
  }

  take(token: Token): void {
    if (this.#freshLine && token.text !== "\n") {
      this.#line = token.line;
      this.#freshLine = false;
    }
    if (this.#mode === "redirect") {
      this.#mode = "";
      if (token.kind === "word") {
        this.#redirect(token.text);
        this.#end = token.end;
        return;
      }
    }
    if (this.#mode === "pattern" && token.text !== "esac") {
      if (token.kind === "word") this.#header.push(token.text);
      else if (token.text === ")") this.#when();
      return;
    }
    if (this.#mode === "pattern") this.#mode = "";
    if (this.#mode === "for" || this.#mode === "case") this.#heading(token);
    else if (token.kind === "word") this.#word(token);
    else this.#sign(token);
  }

  end(): void {
    this.#finish("\n");
    while (this.#block) this.#close();
  }

  #heading(token: Token): void {
    const isCase = this.#mode === "case";
    const ends = isCase ? token.text === "in" : /^(;|\n|do)$/.test(token.text);
    if (!ends) {
      this.#header.push(token.text);
      return;
    }
    const [name = "", , ...list] = this.#header.splice(0);
    this.#mode = isCase ? "pattern" : "";
    if (isCase) this.#enter({ kind: "case", name });
    else this.#enter({ kind: "loop", name, list });
    if (token.text === "\n") this.#freshLine = true;
  }

  #word(token: Token): void {
    this.#end = token.end;
    if (this.#open === null && this.#keyword(token)) return;
    this.#open ??= { words: [], assignments: [], redirections: [], start: token };
    const own = this.#open;
    if (own.words.length === 0 && /^[A-Za-z_]\w*\+?=/.test(token.text))
      own.assignments.push(token.text);
    else own.words.push(token.text);
  }

  #keyword({ text }: Token): boolean {
    const top = this.#block;
    if (text === "if") this.#enter({ kind: "if" });
    else if (text === "then" && top?.kind === "if") this.#branch("then");
    else if ((text === "elif" || text === "else") && top?.kind === "then")
      this.#branch(text === "elif" ? "if" : "else");
    else if (text === "while" || text === "until") this.#enter({ kind: "while" });
    else if (text === "for" || text === "select") this.#mode = "for";
    else if (text === "case") this.#mode = "case";
    else if (text === "{") this.#body("group");
    else if (text === "function") this.#mode = "function";
    else if (text === "!") this.#negated = !this.#negated;
    else if (/^(fi|done|esac|\})$/.test(text) && top) {
      if (text === "esac" && top.kind === "when") this.#close();
      this.#close();
    } else if (text !== "do" && text !== "time") {
      if (this.#mode !== "function") return false;
      this.#header = [text];
    }
    return true;
  }

  #when(): void {
    const top = this.#block;
    this.#mode = "";
    const list = this.#header.splice(0);
    if (top?.kind === "case") {
      this.#enter({ kind: "when", list, name: top.name, earlier: this.#whens.get(top) ?? [] });
    }
  }

  #body(kind: "group" | "subshell"): void {
    const name = this.#mode === "function" ? this.#header.splice(0)[0] : undefined;
    this.#mode = "";
    if (name === undefined) this.#enter({ kind });
    else this.#enter({ kind: "function", name });
  }

  #sign(token: Token): void {
    const { text } = token;
    const inTest = this.#open?.words[0] === "[[" && this.#open.words.at(-1) !== "]]";
    if (inTest && text !== "\n") {
      this.#open?.words.push(text);
      this.#end = token.end;
    } else if (/[<>]/.test(text)) {
      const digits = this.#open?.words.at(-1) ?? "";
      const joined = /^\d$/.test(digits) && this.#end === token.start;
      if (joined) this.#open?.words.pop();
      this.#open ??= { words: [], assignments: [], redirections: [], start: token };
      this.#open.redirections.push(joined ? digits + text : text);
      this.#mode = "redirect";
      this.#end = token.end;
    } else if (text === "(") this.#parenthesis();
    else if (text === ")") {
      if (this.#mode === "function") return;
      this.#finish(";");
      if (this.#block?.kind === "subshell" || this.#block?.kind === "function") this.#close();
    } else this.#separate(text);
  }

  #redirect(target: string): void {
    const own = this.#open?.redirections;
    if (own) own[own.length - 1] += target;
  }

  #parenthesis(): void {
    const words = this.#open?.words ?? [];
    if (words.length === 1 && this.#open?.assignments.length === 0) {
      this.#header = [...words];
      this.#mode = "function";
      this.#open = null;
    } else if (words.length === 0) this.#body("subshell");
  }

  #separate(text: string): void {
    this.#finish(text);
    if (text === "||") {
      this.#rescued = this.#chain.filter((part) => part.rescue === "");
      this.#chain = [];
    } else if (text !== "&&" && text !== "|" && text !== "|&") this.#chain = [];
    if (text.startsWith(";;") && this.#block?.kind === "when") {
      this.#close();
      this.#mode = "pattern";
    }
    this.#before = text === "\n" ? "" : text;
    if (text === "\n") this.#freshLine = true;
  }

  #finish(after: string): void {
    const own = this.#open;
    this.#open = null;
    if (own === null) {
      const last = this.commands.at(-1);
      if (last?.after === "") last.after = after;
      return;
    }
    const command: ShellCommand = {
      text: this.#script.slice(own.start.start, this.#end),
      words: own.words,
      assignments: own.assignments,
      redirections: own.redirections,
      line: this.#line,
      before: this.#before,
      after,
      rescue: "",
      block: this.#block,
      negated: this.#negated,
    };
    this.commands.push(command);
    for (const part of this.#rescued.splice(0)) part.rescue = command.text;
    this.#chain.push(command);
    this.#before = "";
    this.#negated = false;
  }

  #enter(block: Pick<Block, "kind"> & Partial<Block>): void {
    this.#depth += 1;
    if (this.#depth > DEPTH_MAX) return;
    const start = this.commands.length;
    const usual = { name: "", list: null, condition: null, earlier: [], rescue: "" };
    this.#block = { ...usual, ...block, outer: this.#block, start, end: start };
    this.#chain = [];
  }

  #branch(kind: "if" | "then" | "else"): void {
    const top = this.#block;
    if (!top) return;
    const end = this.commands.length;
    const condition = kind === "then" ? { start: top.start, end } : null;
    const earlier = kind === "then" ? top.earlier : added(top.earlier, top);
    this.#close();
    this.#enter({ kind, condition, earlier });
  }

  #close(): void {
    this.#depth -= 1;
    const top = this.#block;
    if (this.#depth >= DEPTH_MAX || !top) return;
    top.end = this.commands.length;
    this.#block = top.outer;
    this.#chain = [top];
    if (top.kind === "when" && top.outer)
      this.#whens.set(top.outer, added(this.#whens.get(top.outer) ?? [], top));
  }
}

// A script of endless branches must not be copied for each of them.
const added = (branches: readonly Block[], branch: Block): readonly Block[] =>
  branches.length > BRANCHES_MAX ? branches : [...branches, branch];
