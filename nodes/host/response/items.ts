import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { auditOfCommand, auditOfRefusal, type Inbound } from '../../../core/index';

type Heard = Pick<Inbound, 'commands' | 'refused' | 'installations'>;

export const OUTPUT_NAMES = ['Alert Actions', 'Set-Up Commands', 'Own Buttons', 'Refused'];

/** One output a kind, in the order of their names; undefined where nobody wants anything. */
export const outputsOf = (heard: Heard): INodeExecutionData[][] | undefined => {
  const { commands, refused, installations } = heard;
  const of = (kind: Inbound['commands'][number]['kind']) =>
    commands
      .filter((command) => command.kind === kind)
      .map((command) => itemOf({ command, audit: auditOfCommand(command) }));
  const outputs = [
    of('alert-action'),
    [...of('set-up'), ...installations.map((installation) => itemOf({ installation }))],
    of('own-button'),
    refused.map((one) => itemOf({ refused: one, audit: auditOfRefusal(one) })),
  ];
  return outputs.some((items) => items.length > 0) ? outputs : undefined;
};

const itemOf = (json: object): INodeExecutionData => ({ json: { ...json } as IDataObject });
