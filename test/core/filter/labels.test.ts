import { describe, expect, it } from '@jest/globals';
import { evaluateFilter } from '../../../core/filter/evaluate';
import type { LabelCondition, LabelGroup } from '../../../core/filter/rules';
import { anEvent } from '../alert/events';

const event = anEvent({
  platform: 'ilert',
  origin: { id: '7', name: 'Prometheus' },
  alert: {
    title: 'Disk of db-1 is full',
    priority: 'HIGH',
    labels: { team: 'Storage', usage: '93', instance: '10.0.0.7:9100', title: 'a label' },
  },
});

const decide = (...labels: LabelGroup[]) => evaluateFilter(event, { labels }, { now: 0 }).decision;
const is = (key: string, ...values: string[]): LabelCondition => ({ key, operator: 'in', values });
const isNot = (key: string, ...values: string[]): LabelCondition => ({
  key,
  operator: 'not-in',
  values,
});

describe('a label condition', () => {
  it.each<[string, LabelCondition, boolean]>([
    ['a bare name', is('team', 'storage'), true],
    ['with its prefix', is('labels.team', 'storage'), true],
    ['one of several', is('team', 'web', 'storage'), true],
    ['none of several', is('team', 'web', 'search'), false],
    ['the title, not the label of that name', is('title', '*full'), true],
    ['the label of that name', is('labels.title', 'a label'), true],
    ['the priority', is('priority', 'high'), true],
    ['the source by name or id', is('source', '7'), true],
    ['the platform', is('platform', 'ilert'), true],
    ['a number', is('usage', 'num:ge:90'), true],
    ['an address', is('instance', 'cidr:10.0.0.0/24'), true],
    ['there', is('team', '*'), true],
    ['not there', is('absent', '*'), false],
    ['none of', isNot('team', 'web'), true],
    ['none of, but it is', isNot('team', 'web', 'stor*'), false],
    ['none of, and not there', isNot('absent', 'x'), true],
    ['a name that every object has', is('constructor', '*'), false],
    ['a name that every object has, with its prefix', is('labels.__proto__', '*'), false],
  ])('%s', (_name, condition, holds) => {
    expect(decide([condition]).effect).toBe(holds ? 'announce' : 'drop');
  });

  it.each([
    [is('team', '/stor.*/'), 'regular expressions are not offered, use * and ?'],
    [isNot('team', '/web/'), 'regular expressions are not offered, use * and ?'],
    [is('team', 'num:gt:1'), '"Storage" is no number'],
    [isNot('team', 'num:gt:1'), '"Storage" is no number'],
    [isNot('team', 'cidr:10.0.0.0/8'), '"Storage" is no IP address'],
  ])('that cannot be evaluated is false and says so: %j', (condition, why) => {
    const { effect, reasons } = decide([condition]);
    expect(effect).toBe('drop');
    expect(reasons.map(({ message }) => message).join(' ')).toContain(why);
  });

  it('that cannot be evaluated does not spoil a value that matches', () => {
    expect(decide([is('team', '/x/', 'storage')]).effect).toBe('announce');
    expect(decide([isNot('team', '/x/', 'storage')]).effect).toBe('drop');
  });
});

describe('groups', () => {
  it('are alternatives, and all conditions of one must hold', () => {
    const holds = is('team', 'storage');
    const fails = is('team', 'web');
    expect(decide([holds, fails]).effect).toBe('drop');
    expect(decide([fails], [holds])).toMatchObject({ effect: 'announce', matchedRule: 'labels 2' });
    expect(decide([fails], [holds, holds])).toMatchObject({ effect: 'announce' });
  });

  it('that are empty say nothing', () => {
    expect(decide().effect).toBe('announce');
    expect(decide([]).effect).toBe('announce');
    expect(decide([], [is('team', 'web')]).effect).toBe('drop');
  });

  it('that fail say why, without repeating a long value', () => {
    const long = anEvent({ alert: { labels: { team: 'x'.repeat(100_000) } } });
    const { reasons } = evaluateFilter(
      long,
      { labels: [[is('team', 'web')]] },
      { now: 0 },
    ).decision;
    expect(reasons[0]?.message).toMatch(
      /^No group of label conditions holds: team is "x+…", wanted one of web\.$/,
    );
    expect(reasons[0]?.message.length).toBeLessThan(200);
  });
});
