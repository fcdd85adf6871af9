import type { Node } from 'node-red';
import { answerLink, type LinkSetup } from '../../../core/index';
import type { Arrived, Receiver, Reply } from '../../host/endpoint/index';
import { LINK_OUTPUTS, sendOn } from '../../host/response/messages';
import type { Voice } from '../../host/response/voice';

export const LINK_METHODS = ['GET', 'HEAD', 'POST'];

/** Shows the page behind a signed link, and takes in what people confirm there. */
export class LinkResponse implements Receiver {
  readonly id: string;
  readonly methods = LINK_METHODS;

  constructor(
    private readonly node: Node,
    private readonly voice: Voice,
    private readonly setup: LinkSetup,
  ) {
    this.id = node.id;
  }

  async receive({ method, query, rawBody }: Arrived): Promise<Reply> {
    const body = Buffer.from(rawBody).toString();
    const { reply, command, refused } = answerLink({ method, query, body }, this.setup);
    const told = {
      commands: command ? [command] : [],
      refused: refused ? [refused] : [],
      installations: [],
    };
    return {
      ...reply,
      afterwards: () => {
        sendOn(this.node, LINK_OUTPUTS, told);
        if (command) {
          const who = command.user.name ?? command.user.id;
          this.voice.say('green', 'dot', 'status.command', { action: command.action, who });
        } else if (refused) {
          this.voice.say('yellow', 'dot', 'status.refused', { code: refused.problem.code });
        }
      },
    };
  }
}
