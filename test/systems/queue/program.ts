import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';

/** A program in a process of its own, and what it says. */
export class Program {
  readonly ended: Promise<void>;
  private readonly child: ChildProcess;
  private said = '';
  private over = false;

  constructor(
    private readonly name: string,
    command: string,
    parameters: readonly string[],
    options: SpawnOptions = {},
  ) {
    this.child = spawn(command, parameters, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    const hear = (chunk: Buffer) => {
      this.said = (this.said + chunk).slice(-20_000);
    };
    this.child.stdout?.on('data', hear);
    this.child.stderr?.on('data', hear);
    this.ended = new Promise((resolve) => {
      const end = () => {
        this.over = true;
        resolve();
      };
      this.child.once('exit', end);
      this.child.once('error', end);
    });
  }

  /** Asks until it says yes; rejects with what the program said if it ends before. */
  async until(isReady: () => Promise<boolean>): Promise<void> {
    while (!(await isReady().catch(() => false))) {
      if (this.over) throw new Error(`${this.name} ended before it was ready:\n${this.said}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    if (!this.over) this.child.kill(signal);
    await this.ended;
  }
}
