import type { Dispatcher } from 'undici';
import type { Clock, ConnectionEvents, Dial } from '../../../../core/index';
import { guard } from '../../guard';
import { Line } from './line';

/** How long a connection may take to open, in ms. */
const OPEN_WITHIN_MS = 15_000;

/** The WebSockets of one node, by the ways this installation has to the outside. */
export class Sockets {
  private readonly lines = new Set<Line>();

  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly clock: Pick<Clock, 'now' | 'sleep'>,
    private readonly failed: (error: Error) => void,
  ) {}

  readonly dial: Dial = async (url, events) => {
    const line = this.open(url, events);
    if (!line) return undefined;
    this.lines.add(line);
    void line.closed.then(() => this.lines.delete(line));
    const late = this.clock.sleep(OPEN_WITHIN_MS).then(() => false);
    const close = () => void guard(() => line.close(), this.failed);
    if (await Promise.race([line.opened, late])) {
      void guard(() => line.watch(), this.failed);
      return { close };
    }
    close();
    return undefined;
  };

  private open(url: string, events: ConnectionEvents): Line | undefined {
    // What is thrown in an event would end the process.
    const message: ConnectionEvents['message'] = (text, answer) =>
      void guard(() => events.message(text, answer), this.failed);
    try {
      return new Line(url, this.dispatcher, { ...events, message }, this.clock);
    } catch {
      return undefined;
    }
  }

  /** Resolves once nothing is open any more. */
  async close(): Promise<void> {
    await Promise.all([...this.lines].map((line) => line.close()));
  }
}
