import type { RateRule } from '../judging/rate-window';

/** https://open.dingtalk.com/document/robots/custom-robot-access */
export const rateRule: RateRule = {
  words: 'twenty a minute',
  places: 20,
  milliseconds: 60_000,
  blockMilliseconds: 600_000,
};
