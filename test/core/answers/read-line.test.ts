import { describe, expect, it } from '@jest/globals';
import { readLine } from '../../../core/answers/read-line';

const clock = { now: () => 1_790_000_000_000 };
const from = { id: 'line-1', chat: 'slack', user: { id: 'U1', name: 'ada' } };

const read = (text: string, language?: string) =>
  readLine({ ...from, text }, { clock, language, command: '/alertwire' });

const asked = (text: string) => {
  const said = read(text);
  if ('help' in said) throw new Error(`Not a command: ${text}`);
  const { kind, action, alert, arguments: given } = said.command;
  return { kind, action, ...(alert && { alert }), given };
};

describe('a typed command', () => {
  it.each([
    ['accept 4711', 'accept', '4711', {}],
    ['ACK #4711', 'accept', '4711', {}],
    ['  ack   4711  ', 'accept', '4711', {}],
    ['unack 4711', 'unaccept', '4711', {}],
    ['close 4711 disk was full', 'resolve', '4711', { note: 'disk was full' }],
    ['resolve 4711', 'resolve', '4711', {}],
    ['snooze 4711 30', 'snooze', '4711', { minutes: '30' }],
    ['snooze 4711 2h', 'snooze', '4711', { minutes: '120' }],
    ['snooze 4711 1 day', 'snooze', '4711', { minutes: '1440' }],
    ['snooze 4711 soon', 'snooze', '4711', { minutes: 'soon' }],
    ['assign 4711 ada@example.com', 'assign', '4711', { person: 'ada@example.com' }],
    ['comment 4711 one\ntwo', 'comment', '4711', { note: 'one two' }],
    ['认领 4711', 'accept', '4711', {}],
  ])('%j is understood', (text, action, id, given) => {
    expect(asked(text)).toEqual({ kind: 'alert-action', action, alert: { id }, given });
  });

  it('needs no alert where there is none yet', () => {
    expect(asked('create Checkout is down')).toEqual({
      kind: 'alert-action',
      action: 'create',
      given: { title: 'Checkout is down' },
    });
    expect(asked('oncall')).toEqual({ kind: 'alert-action', action: 'on-call', given: {} });
  });

  it('says in which language its answer is wanted', () => {
    expect(read('accept 4711', 'de')).toMatchObject({ command: { language: 'de' } });
    expect(read('accept 4711')).not.toHaveProperty('command.language');
  });

  it('may set something up; the rest is for whoever does it', () => {
    expect(asked('linkTeam 42')).toEqual({
      kind: 'set-up',
      action: 'linkteam',
      given: { text: '42' },
    });
  });

  it('means what people see: what is hidden in it counts for nothing', () => {
    expect(asked('ac\u200bcept \u202e4711')).toEqual({
      kind: 'alert-action',
      action: 'accept',
      alert: { id: '4711' },
      given: {},
    });
    expect(asked('ａｃｋ 4711')).toMatchObject({ action: 'accept' });
  });

  it('is helped along where something is missing', () => {
    expect(read('')).toHaveProperty('help', expect.stringContaining('/alertwire accept 4711'));
    expect(read('hello')).toHaveProperty('help');
    expect(read('__proto__ 1')).toHaveProperty('help');
    expect(read('constructor 1')).toHaveProperty('help');
    expect(read('accept')).toHaveProperty(
      'help',
      'Which alert? Write its number: /alertwire accept 4711',
    );
    expect(read('create')).toHaveProperty('help', expect.stringContaining('/alertwire create'));
    expect(read('accept', 'de')).toHaveProperty('help', expect.stringContaining('Welcher Alarm?'));
  });
});
