import type { Method } from '../method';
import { askForGroup } from './ask-for-group';
import { createAndDeliver } from './create-and-deliver';
import { createCard } from './create-card';
import { deliverCard } from './deliver-card';
import { recallFromPeople } from './recall-from-people';
import { recallInGroup } from './recall-in-group';
import { registerCallback } from './register-callback';
import { sendToGroup } from './send-to-group';
import { sendToPeople } from './send-to-people';
import { updateCard } from './update-card';
import { userByMobile } from './user-by-mobile';
import { userDetails } from './user-details';

/** The methods that are here; DingTalk has thousands more. */
export const methods: ReadonlyMap<string, Method> = new Map([
  ['POST /v1.0/robot/groupMessages/send', sendToGroup],
  ['POST /v1.0/robot/groupMessages/recall', recallInGroup],
  ['POST /v1.0/robot/oToMessages/batchSend', sendToPeople],
  ['POST /v1.0/robot/otoMessages/batchRecall', recallFromPeople],
  ['POST /v1.0/card/instances', createCard],
  ['PUT /v1.0/card/instances', updateCard],
  ['POST /v1.0/card/instances/deliver', deliverCard],
  ['POST /v1.0/card/instances/createAndDeliver', createAndDeliver],
  ['POST /v1.0/card/callbacks/register', registerCallback],
  ['POST /v1.0/im/sceneGroups/query', askForGroup],
]);

/** Those from before /v1.0. */
export const oldMethods: ReadonlyMap<string, Method> = new Map([
  ['/topapi/v2/user/getbymobile', userByMobile],
  ['/topapi/v2/user/get', userDetails],
]);
