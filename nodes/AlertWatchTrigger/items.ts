import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { type AlertEvent, unsentReceipt, type Watched } from '../../core/index';

export const notAcceptedItems = ({ notAccepted }: Watched): INodeExecutionData[] =>
  notAccepted.map(({ event, decision }) => itemOf({ ...event, decision }));

/** As they come out of the error output of a sender. */
export const undeliveredItems = ({ undelivered }: Watched): INodeExecutionData[] =>
  undelivered.map(({ event, destination, problem }) => {
    const { chat, transport } = partsOf(destination);
    const delivery = unsentReceipt(
      { chat, transport, destination },
      { receipt: 'failed', problem },
    );
    return itemOf({ ...event, delivery });
  });

export const lostItems = (events: readonly AlertEvent[]): INodeExecutionData[] =>
  events.map((event) => itemOf(event));

export const pendingItems = ({ pending }: Watched): INodeExecutionData[] =>
  pending.map(({ destination, count }) => itemOf({ destination, count, ...partsOf(destination) }));

/** As `destinationName` joins them. */
const partsOf = (destination: string) => {
  const [chat = '', transport = '', , ...channel] = destination.split('/');
  return { chat, transport, ...(channel.length > 0 && { channel: channel.join('/') }) };
};

const itemOf = (json: object): INodeExecutionData => ({ json: { ...json } as IDataObject });
