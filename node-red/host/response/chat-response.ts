import type { Node } from 'node-red';
import {
  type Http,
  type Inbound,
  type InboundSetup,
  type Problem,
  receiveFromChat,
  runSteps,
} from '../../../core/index';
import type { Arrived, Receiver, Reply } from '../endpoint/index';
import type { ResponseKind } from './kind';
import { CHAT_OUTPUTS, sendOn } from './messages';
import type { Voice } from './voice';

/** Takes in what people send back from one chat: proves it, answers, and only then sends it on. */
export class ChatResponse implements Receiver {
  readonly id: string;
  readonly methods: readonly string[];

  constructor(
    private readonly node: Node,
    private readonly voice: Voice,
    private readonly kind: ResponseKind,
    readonly setup: InboundSetup,
    /** Sends with the credential; undefined where there is no bot. */
    private readonly http: Http | undefined,
  ) {
    this.id = node.id;
    this.methods = kind.methods ?? ['POST'];
  }

  async receive(request: Arrived): Promise<Reply> {
    const inbound = await receiveFromChat(this.kind.chat, request, this.setup);
    if (!inbound.ok) return this.voice.refuse(inbound.status, inbound.code, inbound.reason);
    return { ...inbound.reply, afterwards: () => this.pass(inbound) };
  }

  /** What of the credential is missing: an empty request is refused for it. */
  async objection(): Promise<Problem | undefined> {
    const nothing = { headers: {}, query: {}, rawBody: '' };
    const read = await receiveFromChat(this.kind.chat, nothing, this.setup);
    if (read.ok || read.code !== 'answer.no_secret') return undefined;
    const hint = this.voice.text('error.noSecret');
    return { code: read.code, message: read.reason, hint };
  }

  /** To the flow first; then what the chat is still to be told. */
  async pass(inbound: Inbound): Promise<void> {
    for (const warning of inbound.warnings) this.voice.warn(warning);
    sendOn(this.node, CHAT_OUTPUTS, inbound);
    this.tell(inbound);
    if (!this.http) return;
    for (const steps of inbound.afterwards) {
      const outcome = await runSteps(steps(), this.http, this.setup.clock);
      if ('problem' in outcome) this.voice.warn(outcome.problem.message);
    }
  }

  private tell({ commands, refused, installations, warnings }: Inbound): void {
    const command = commands.at(-1);
    const who = command?.user.name ?? command?.user.id ?? '';
    const installation = installations.at(-1);
    const problem = refused.at(-1)?.problem;
    if (command) {
      this.voice.say('green', 'dot', 'status.command', { action: command.action, who });
    } else if (problem) {
      this.voice.say('yellow', 'dot', 'status.refused', { code: problem.code });
    } else if (installation) {
      this.voice.say('blue', 'dot', `status.${installation.added ? 'added' : 'removed'}`);
    } else if (warnings.length > 0) {
      this.voice.say('yellow', 'dot', 'status.unrecognised');
    }
  }
}
