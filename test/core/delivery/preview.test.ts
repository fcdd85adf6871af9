import { expect, it } from '@jest/globals';
import { renderCard } from '../../../core/chat/index';
import { previewAlert } from '../../../core/delivery/preview';
import { eventOf, stateOf } from '../card/alerts';

const place = { chat: 'slack', transport: 'webhook' } as const;

it('shows exactly what would be sent, and says that nothing was', () => {
  const options = { mentions: ['here'] };
  const { receipt, rendered } = previewAlert({ ...place, state: stateOf(), options });
  expect(rendered).toEqual(renderCard('slack', 'webhook', stateOf(), options));
  expect(receipt).toEqual({
    ...place,
    receipt: 'skipped',
    size: rendered.size,
    dropped: [],
    pings: ['here'],
    reasons: ['This is a preview: nothing was sent.'],
    attempts: 0,
  });
});

it('takes an event without a story', () => {
  const event = eventOf({ alert: { title: 'Disk full' } });
  expect(JSON.stringify(previewAlert({ ...place, event }).rendered.payload)).toContain('Disk full');
});

it('mentions nobody where the filter took the sound away', () => {
  const decision = { effect: 'announce', silent: true, reasons: [] } as const;
  const preview = { ...place, state: stateOf(), options: { mentions: ['here'] }, decision };
  expect(previewAlert(preview).rendered.pings).toEqual([]);
});
