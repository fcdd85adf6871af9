import type { INodeCredentialDescription } from 'n8n-workflow';
import { operationsOf } from '../../core/index';

type Shown = NonNullable<INodeCredentialDescription['displayOptions']>;

/*
 * n8n's editor takes a parameter that a credential is shown for as one about signing in, and keeps
 * from people what such a parameter is itself shown for. A credential that is shown for none it
 * takes as one to sign in with, and offers only those.
 * https://github.com/n8n-io/n8n/blob/n8n%402.41.1/packages/frontend/editor-ui/src/app/utils/nodeTypesUtils.ts
 */

/** For a credential beside the one to sign in with. */
export const ALWAYS: Shown = { show: { '@version': [1] } };

/** For these operations on alerts. */
const forAlerts = (wanted: readonly string[], hide: NonNullable<Shown['hide']> = {}): Shown => {
  const others = operationsOf('alert', 'bot').map(({ value }) => value);
  return {
    show: { resource: ['alert'] },
    hide: { operation: others.filter((value) => !wanted.includes(value)), ...hide },
  };
};

/** Operations that look for a card, or keep one. */
export const WHERE_CARDS = forAlerts(['upsert', 'reply', 'deleteAlert', 'deliverPending']);

/** Operations that draw cards, where they have buttons. */
export const WHERE_BUTTONS = forAlerts(['upsert', 'deliverPending'], { buttons: ['none'] });
