/** What an app may do: https://open.dingtalk.com/document/development/add-api-permission */
export type Scope =
  | 'qyapi_robot_sendmsg'
  | 'Card.Instance.Write'
  | 'qyapi_get_member_by_mobile'
  | 'qyapi_get_member'
  | 'qyapi_chat_manage';

export interface DingTalkApp {
  name: string;
  /** The organization it belongs to. */
  corpId: string;
  /** Once called AppKey. */
  clientId: string;
  /** Once called AppSecret. */
  clientSecret: string;
  /** What people still have, where the secret was reset. */
  formerSecret?: string;
  robotCode: string;
  scopes: readonly Scope[];
  /** The calls of its organization are used up for this month. */
  usedUp?: true;
  /** Its robot was switched off. */
  stopped?: true;
  /** Its robot gets messages by HTTP, where it has no stream open. */
  receives?: true;
  note: string;
}

export const CORP_ID = 'dingsandbox0000000000000000000000001';

const EVERYTHING: readonly Scope[] = [
  'qyapi_robot_sendmsg',
  'Card.Instance.Write',
  'qyapi_get_member_by_mobile',
  'qyapi_get_member',
  'qyapi_chat_manage',
];

/** The apps that exist. Their secrets open nothing but this sandbox. */
export const apps: readonly DingTalkApp[] = [
  { ...app('Alertwire', 'Has every permission it needs.'), receives: true },
  {
    ...app('Announcer', 'Sends plain messages; may write no cards and look nobody up.'),
    scopes: ['qyapi_robot_sendmsg'],
  },
  {
    ...app('Onlooker', 'Looks people up; the permission to send messages is missing.'),
    scopes: ['qyapi_get_member_by_mobile', 'qyapi_get_member'],
  },
  {
    ...app('Rotated', 'Its secret was reset; this is the one it had before.'),
    formerSecret: 'sandboxRotatedFormerSecretOpensNothing0000000000000000000000000',
  },
  { ...app('Stopped', 'Its robot was switched off.'), stopped: true },
  {
    ...app('Used up', 'Its organization made all calls of the month.'),
    corpId: 'dingsandbox0000000000000000000000003',
    usedUp: true,
  },
  {
    ...app('Stranger', 'An app of another organization.'),
    corpId: 'dingsandbox0000000000000000000000002',
  },
];

/** The robot of an app that an organization made itself has the app's own key. */
function app(name: string, note: string): DingTalkApp {
  const word = name.replace(' ', '');
  const clientId = `dingsandbox${word.toLowerCase()}`.padEnd(20, '0');
  const clientSecret = `sandbox${word}SecretOpensNothing`.padEnd(64, '0');
  return {
    name,
    corpId: CORP_ID,
    clientId,
    clientSecret,
    robotCode: clientId,
    scopes: EVERYTHING,
    note,
  };
}

export function appWithRobot(robotCode: unknown): DingTalkApp | undefined {
  return apps.find((one) => one.robotCode === robotCode);
}
