import { textOf } from '../../../judging/shape';
import { CORP_ID } from '../apps';
import { groupWithId } from '../groups';
import { type Call, type Method, type Outcome, refused } from '../method';

/** Only groups made from a template: https://open.dingtalk.com/document/development/query-group-information */
export const askForGroup: Method = { scope: 'qyapi_chat_manage', run };

function run({ app, args }: Call): Outcome {
  const id = textOf(args.openConversationId);
  if (id === '') return refused('paramBlank', 'The openConversationId is missing.');
  const group = groupWithId(id);
  if (!group) return refused('cidEncryptError', 'No group has this openConversationId.');
  const { name, sceneOf } = group;
  if (app.corpId !== CORP_ID || sceneOf === undefined) {
    return refused('groupPermissionDenied', `${name} was not made from a template.`);
  }
  if (sceneOf !== app.name) {
    return refused('groupTemplatePermissionDenied', `${name} was made by ${sceneOf}.`);
  }
  const says = {
    success: true,
    openConversationId: id,
    templateId: '13d42075-b3e2-4a1e-8a1e-000000000001',
    title: name,
    ownerUserId: 'manager4101',
    status: 1,
  };
  return { says };
}
