type Write = (type: string, lines: readonly string[]) => Promise<void>;

interface Run {
  lines: string[];
  length: number;
}

/** A run of lines is sealed as one, and opened as one. */
const longest = 1_000_000;

/** Gathers lines by their type and hands each run on when it is long enough. */
export class Lines {
  readonly #runs = new Map<string, Run>();

  constructor(private readonly write: Write) {}

  async add(type: string, line: string): Promise<void> {
    const run = this.#runs.get(type) ?? { lines: [], length: 0 };
    this.#runs.set(type, run);
    run.lines.push(line);
    run.length += line.length;
    if (run.length >= longest) await this.#flush(type, run);
  }

  async end(): Promise<void> {
    for (const [type, run] of this.#runs) await this.#flush(type, run);
  }

  async #flush(type: string, { lines }: Run): Promise<void> {
    this.#runs.delete(type);
    await this.write(type, lines);
  }
}
