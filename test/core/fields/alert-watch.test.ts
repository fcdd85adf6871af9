import { expect, it } from '@jest/globals';
import { alertWatchFields, watchRulesFrom } from '../../../core/fields/alert-watch';

const DEFAULTS = Object.fromEntries(alertWatchFields.map((field) => [field.name, field.default]));

it('the defaults of a watch tell of what nobody accepts, and remind three times', () => {
  expect(watchRulesFrom(DEFAULTS)).toEqual({
    notAcceptedAfterMs: 900_000,
    remindEveryMs: 900_000,
    mostReminders: 3,
  });
});

it('zero is never, and so is what is no number', () => {
  expect(
    watchRulesFrom({ notAcceptedAfterMinutes: 0, remindEveryMinutes: '0', mostReminders: -1 }),
  ).toEqual({ mostReminders: 0 });
  expect(watchRulesFrom({ notAcceptedAfterMinutes: 'soon', mostReminders: 'many' })).toEqual({
    mostReminders: 0,
  });
});
