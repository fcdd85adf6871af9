import type { NodeMessage } from 'node-red';
import {
  type Asked,
  type AskedDesk,
  answerAsked,
  askedIn,
  type Clock,
  type Receipt,
  renderOptionsFrom,
  type SigningKeys,
  unsentReceipt,
  whyLeftAlone,
} from '../../../core/index';
import type { ChatAlertDef } from './alert-def';
import type { ChatKind } from './connection';
import { type Delivery, failed } from './deliver';
import type { find } from './reached';
import type { Said } from './said';

/** What has been told of the alert where this sender posts. */
type Story = AskedDesk['story'];

interface Carried extends NodeMessage {
  readonly command?: unknown;
  readonly result?: unknown;
}

/** Tells whoever asked for something in this chat what came of it. */
export class Answers {
  constructor(
    private readonly config: ChatAlertDef,
    private readonly kind: ChatKind,
    private readonly clock: Clock,
    private readonly keys: SigningKeys | undefined,
    private readonly said: Said,
    private readonly reached: () => ReturnType<typeof find>,
  ) {}

  /** Undefined where the message tells of nothing that was asked for. */
  asked(message: NodeMessage): Asked | undefined {
    const { resource, operation, alertSource } = this.config;
    const showsInput = resource !== 'message' && operation === 'upsert' && alertSource !== 'define';
    return showsInput ? askedIn(message as Carried) : undefined;
  }

  /** What stands in place of the card where it is not touched. */
  leftAlone(asked: Asked | undefined, hasAlert: boolean): Delivery | undefined {
    const { language } = renderOptionsFrom(this.kind.chat, this.config);
    const why = asked && whyLeftAlone(asked, hasAlert, language);
    return why === undefined
      ? undefined
      : { receipt: unsentReceipt(this.kind, { receipt: 'skipped', reasons: [why] }) };
  }

  /** Undefined where nobody in this chat asked. */
  async tell(asked: Asked | undefined, story: Story): Promise<Receipt | undefined> {
    const { chat } = this.kind;
    if (asked?.command.chat !== chat || !asked.command.answer) return undefined;
    const { command, result } = asked;
    const what = JSON.stringify([chat, command.id, result.message]);
    const receipt = await this.said.once(what, () => this.answer(asked, story));
    return receipt ?? unsentReceipt(this.kind, { receipt: 'skipped', reasons: [SAID] });
  }

  private async answer(asked: Asked, story: Story): Promise<Receipt> {
    const { kind, config, clock, keys } = this;
    const reached = this.reached();
    if ('problem' in reached) return failed(kind, reached.problem).receipt;
    const { http, plainHttp: plain, credential } = reached.connection;
    const answered = await answerAsked(asked, {
      chat: kind.chat,
      transport: kind.transport,
      keys,
      credential,
      options: renderOptionsFrom(kind.chat, config),
      http,
      plain,
      clock,
      story,
    });
    return answered ?? unsentReceipt(kind, { receipt: 'skipped', reasons: [NO_WAY] });
  }
}

const SAID = 'Another node has told this person already.';
const NO_WAY = 'The chat left no way to answer this person.';
