import { describe, expect, it } from '@jest/globals';
import { buildCard } from '../../../core/alert/build-card';
import { render, renderText } from '../../../core/chat/teams/render';
import { stateOf } from '../card/alerts';
import { objectsOf } from './teams-rules';

const card = buildCard(stateOf(), {});
const contentOf = ({ payload }: { payload: unknown }) =>
  objectsOf(payload).find(({ type }) => type === 'AdaptiveCard');

describe('the activity of a bot', () => {
  it('holds the card of the webhook, in the version that buttons of bots need', () => {
    const [sent, hooked] = [render(card, {}, 'bot'), render(card, {}, 'webhook')];
    expect(contentOf(hooked)?.version).toBe('1.4');
    expect(contentOf(sent)).toEqual({ ...contentOf(hooked), version: '1.5' });
    expect(sent.payload).toEqual({
      type: 'message',
      summary: hooked.payload.summary,
      attachments: [
        { contentType: 'application/vnd.microsoft.card.adaptive', content: contentOf(sent) },
      ],
    });
  });

  it('is measured as it is sent, and nothing else is in the result', () => {
    for (const rendered of [render(card, {}, 'bot'), renderText('hello', {}, 'bot')]) {
      const used = Buffer.byteLength(JSON.stringify(rendered.payload));
      expect(rendered.size).toEqual({ used, limit: 28_000, unit: 'bytes' });
      expect(Object.keys(rendered).sort()).toEqual(['dropped', 'payload', 'pings', 'size']);
    }
  });

  it('stays below its limit', () => {
    for (const text of ['警'.repeat(20_000), '\u0001"\\'.repeat(9_000)]) {
      expect(renderText(text, {}, 'bot').size.used).toBeLessThanOrEqual(28_000);
    }
    const long = buildCard(stateOf({ alert: { description: '警'.repeat(50_000) } }), {});
    expect(render(long, {}, 'bot').size.used).toBeLessThanOrEqual(28_000);
  });
});
