import type { z } from 'zod';
import type { Fault, faultRequest } from './fault';
import type { FaultKind } from './kinds';

/** Who meets a fault, and what can go wrong there. */
interface Place {
  platform: string;
  channel: string | undefined;
  kinds: readonly FaultKind[];
}

/** Faults in the order they were asked for; each request uses up one turn of the first that fits. */
export class FaultQueue {
  readonly pending: Fault[] = [];
  #count = 0;

  add(request: z.output<typeof faultRequest>): Fault {
    this.#count += 1;
    const fault = { id: `fault-${this.#count}`, ...request };
    this.pending.push(fault);
    return fault;
  }

  take(place: Place): Fault | undefined {
    const fault = this.pending.find((candidate) => fits(candidate, place));
    if (!fault) return undefined;
    fault.times -= 1;
    if (fault.times === 0) this.pending.splice(this.pending.indexOf(fault), 1);
    return fault;
  }

  clear(): void {
    this.pending.length = 0;
  }
}

function fits(fault: Fault, { platform, channel, kinds }: Place): boolean {
  if (!kinds.includes(fault.kind)) return false;
  if (fault.platform !== undefined && fault.platform !== platform) return false;
  return fault.channel === undefined || fault.channel === channel;
}
