import { describe, expect, it } from '@jest/globals';
import { jsonText } from '../judging/answers';
import { decodeJson } from '../judging/decode';
import { hookTable } from '../judging/hook-table';
import { refuser } from '../judging/refusal';
import { shownQuery } from '../judging/shown-query';

const at = (address: string) => {
  const { pathname, searchParams } = new URL(address, 'http://sandbox');
  return { path: pathname, query: searchParams };
};

describe('a table of hooks', () => {
  const table = hookTable('robots', [
    { channel: 'On call', address: '/send?token=one', note: 'Takes messages.', secret: 'SECone' },
    { channel: 'Gone', address: '/send?token=two', note: 'It is gone.', refusal: 'gone' },
    { channel: 'Plain', address: '/hooks/three', note: 'Takes messages.' },
  ]);

  it.each([
    ['/send?token=one', 'On call'],
    ['/send?sign=s&token=one&timestamp=1', 'On call'],
    ['/send?token=two', 'Gone'],
    ['/hooks/three', 'Plain'],
    ['/hooks/three/?more=1', 'Plain'],
    ['/send', undefined],
    ['/send?token=three', undefined],
    ['/send?token=three&token=one', undefined],
    ['/other?token=one', undefined],
  ])('finds what is at %s', (address, channel) => {
    expect(table.find(at(address))?.channel).toBe(channel);
  });

  it('lists each with its full address and what it answers', () => {
    expect(table.list('http://127.0.0.1:4400').slice(0, 2)).toEqual([
      {
        platform: 'robots',
        channel: 'On call',
        url: 'http://127.0.0.1:4400/robots/send?token=one',
        answers: 'ok',
        note: 'Takes messages.',
        secret: 'SECone',
      },
      {
        platform: 'robots',
        channel: 'Gone',
        url: 'http://127.0.0.1:4400/robots/send?token=two',
        answers: 'gone',
        note: 'It is gone.',
      },
    ]);
  });
});

describe('a query as it is shown', () => {
  const names = { open: ['timestamp'], secret: ['sign', 'token'] };

  it.each([
    ['', ''],
    ['?timestamp=17&sign=a%2Bb', '?timestamp=17&sign=…'],
    ['?token=hidden&token=hidden', '?token=…&token=…'],
    ['?hidden&hidden=1', '?…&…'],
    ['?timestamp=a%26b', '?timestamp=a%26b'],
  ])('hides what works as a password: %s', (query, shown) => {
    expect(shownQuery(new URLSearchParams(query), names)).toBe(shown);
  });
});

describe('a refusal', () => {
  const table = {
    bad_sign: { errcode: 310000, source: 'https://docs.example/sign' },
    rate_limited: { errcode: 130101, source: 'https://docs.example/rate' },
  };
  const refuse = refuser<keyof typeof table, { errcode: number; source: string }>(
    table,
    ({ errcode }, { reason }) => jsonText(200, { errcode, errmsg: reason }),
  );

  it('is written by the platform and may cite a page of its own', () => {
    expect(refuse({ code: 'bad_sign', reason: 'The sign is wrong.' }, { a: 1 })).toEqual({
      verdict: 'refused',
      code: 'bad_sign',
      reason: 'The sign is wrong.',
      source: 'https://docs.example/sign',
      payload: { a: 1 },
      answer: {
        status: 200,
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: '{"errcode":310000,"errmsg":"The sign is wrong."}',
      },
    });
    const source = 'https://docs.example/more';
    expect(refuse({ code: 'rate_limited', reason: 'Wait.', source }).source).toBe(source);
  });
});

describe('a JSON body', () => {
  it.each([
    [Buffer.from([0x7b, 0x22, 0xff]), 'The body is not valid UTF-8.'],
    [Buffer.from('{'), 'The body is not JSON.'],
    [Buffer.from('[1]'), 'The body is not a JSON object.'],
    [Buffer.from('{"a":"\\ud83d"}'), 'A text holds half of a surrogate pair.'],
  ])('says why nobody can read it: %s', (body, flaw) => {
    expect(decodeJson(body)).toEqual({ flaw });
  });

  it('is read as it is', () => {
    expect(decodeJson(Buffer.from('{"a":"值"}'))).toEqual({ payload: { a: '值' } });
  });
});
