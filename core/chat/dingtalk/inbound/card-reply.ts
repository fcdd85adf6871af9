import type { Problem } from '../../../problem';
import { plainText } from '../text';

/** Bytes of UTF-8 are at most three for each of these. */
const LONGEST = 300;

/**
 * What everybody sees changes with the alert; the reason why a press was refused is seen by the one
 * who pressed, until a press works: https://open.dingtalk.com/document/development/event-callback-card
 */
export const cardReply = (problem?: Problem) => ({
  cardUpdateOptions: { updateCardDataByKey: true, updatePrivateDataByKey: true },
  userPrivateData: {
    cardParamMap: {
      notice: problem ? plainText(`${problem.message} ${problem.hint}`, LONGEST).text : '',
    },
  },
});
