import { list, record, text } from '../../alert/untrusted';
import type { Problem } from '../../problem';
import type { Refusal } from './errors';

const problem = (code: string, message: string, hint: string): Problem => ({
  code: `dingtalk.${code}`,
  message,
  hint,
});

const CONSOLE = 'open-dev.dingtalk.com → the app';
const REPORT = 'Please report this with the alert that caused it (preview shows the message).';
const CONTENT = 'Look at the message with the operation Preview, and shorten or change the alert.';
const ROBOT = `Copy the robot code from ${CONSOLE} → Robot; the client ID has to be of the same app.`;
export const BUILD_TEMPLATE =
  'Build the template on open-dev.dingtalk.com/fe/card as https://github.com/alertwire/alertwire/blob/main/docs/dingtalk-card.md says';
const TEMPLATE = `${BUILD_TEMPLATE}, publish it, and put its ID into the credential.`;

const limited: Problem = {
  code: 'delivery.rate_limited',
  message: 'DingTalk takes no more messages of this robot for now.',
  hint: 'Filter or group the alerts, or spread them over groups.',
};
const WRONG_SECRET = problem(
  'wrong_secret',
  'DingTalk does not know this client ID with this client secret.',
  `Copy both from ${CONSOLE} → Credentials; a reset makes the old secret void.`,
);
const UNKNOWN_ROBOT = problem('unknown_robot', 'DingTalk knows no such robot.', ROBOT);
const NOT_IN_GROUP = problem(
  'robot_not_in_group',
  'The robot is not in this group.',
  'Add it in the group: group settings → Bots → Add → the robot of the app. If it is there, compare the robot code in the credential.',
);
const UNKNOWN_GROUP = problem(
  'unknown_group',
  'DingTalk knows no group with this ID.',
  'Enter the openConversationId of the group (cid…), not its chat ID or name.',
);
const UNKNOWN_PERSON = problem(
  'unknown_person',
  'Nobody in the organization has this user ID.',
  'Enter the user ID, as the admin console shows it under Contacts; not the name or the mobile number.',
);
const UNKNOWN_TEMPLATE = problem(
  'unknown_template',
  'DingTalk knows no card template with this ID.',
  TEMPLATE,
);
const GONE = problem(
  'message_not_found',
  'The message is not there any more, or the robot did not send it.',
  'Nothing is to be done: a later event of the alert becomes a new message.',
);
const INAPPROPRIATE = problem('inappropriate_content', 'DingTalk refuses the content.', CONTENT);

/** https://open.dingtalk.com/document/development/the-robot-sends-a-group-message and the pages beside it */
const ROWS: readonly (readonly [codes: RegExp, problem: Problem, afterMs?: number])[] = [
  [/^invalidClientIdOrSecret$|^authFailed$|^invalidParameter\.app(Key|Secret)\b/i, WRONG_SECRET],
  [
    /^(invalidAuthentication|invalidAccessToken|AuthenticationFailed\.MissingParameter)$|token\.(invalid|notExisted)$/i,
    problem(
      'token_refused',
      'DingTalk does not take the access token it gave out.',
      'If it goes on, compare the base URL with the edition of DingTalk the app is of.',
    ),
  ],
  [
    /^InvalidAction\.NotFound$/i,
    problem(
      'wrong_base_url',
      'There is no such API of DingTalk at this address.',
      'Leave the base URL empty, or enter https://api.dingtalk.io for the international edition.',
    ),
  ],
  [
    /ApiCountLimit|^daily\.call\.limit$/i,
    problem(
      'quota_used_up',
      'The organization has made all calls of the month that its edition of DingTalk allows.',
      'Send less, buy more calls (open-dev.dingtalk.com → Call statistics), or use a custom robot’s webhook.',
    ),
  ],
  [/QpsLimit/i, limited, 1000],
  [/tooFast|too\.fast|^too\.many\.(group|people)$/i, limited, 60_000],
  [
    /IpNotInWhite|^ip\.not\.match$/i,
    problem(
      'ip_not_allowed',
      'The app takes calls from listed addresses only, and this machine is not one of them.',
      `Add the public address of this machine in ${CONSOLE} → Security settings.`,
    ),
  ],
  [
    /robotCode\.(auth|coolApp)$|^not\.allowed\.robotCode$/i,
    problem('other_robot', 'The robot belongs to another app.', ROBOT),
  ],
  [/robotCode\.notExsit$|^invalidParameter\.robotCode$|^resource\.not\.found$/i, NOT_IN_GROUP],
  [/robotCode|chatbotId$|^template\.not\.existed$/i, UNKNOWN_ROBOT],
  [
    /^(bot|template)\.stopped$|notAllow\.sendOTO$|^resource\.unavailable$|^send\.forbidden$/i,
    problem(
      'robot_stopped',
      'The robot is switched off.',
      `Switch it on in ${CONSOLE} → Robot, and publish the app.`,
    ),
  ],
  [
    /^bot\.forbidden\.sendMessage$/i,
    problem(
      'muted',
      'Robots may not speak in this group.',
      'Its owner can allow it in the group settings.',
    ),
  ],
  [/openConversationId$|openSpaceIdInvalid$|^cidEncryptError$|^spaceId is illegal/i, UNKNOWN_GROUP],
  [
    /^conversation\.org\.notMatch$/i,
    problem(
      'other_organization',
      'The group belongs to another organization than the app.',
      'Use an app of the organization the group belongs to.',
    ),
  ],
  [
    /^group\.disbanded$/i,
    problem('group_dissolved', 'The group was dissolved.', 'Choose another group.'),
  ],
  [/^staffId\.notExisted$|userIdNotExist$|userId\.empty$|^robot\.oto\.notExist$/i, UNKNOWN_PERSON],
  [/templateNotExist$|cardTemplateIdEmpty$/i, UNKNOWN_TEMPLATE],
  [
    /templateUnpublished$/i,
    problem(
      'template_unpublished',
      'The card template is not published.',
      `Open it on open-dev.dingtalk.com/fe/card and publish it. ${TEMPLATE}`,
    ),
  ],
  [/cardNotExist$|^invalid\.processQueryKey$/i, GONE],
  [
    /processQueryKey\.expired$/i,
    problem(
      'too_old',
      'The message is too old to be taken back.',
      'DingTalk takes messages to one person back within 24 hours only.',
    ),
  ],
  [/tooLong$/i, problem('message_too_long', 'The message is longer than DingTalk takes.', REPORT)],
  [
    /^contain\.unsafe\.url$/i,
    problem('unsafe_link', 'DingTalk takes a link in the message for unsafe.', CONTENT),
  ],
  [/^contain\.notAllowed\.|contentUnsafe$/i, INAPPROPRIATE],
  [
    /^(invalidParameter|invalid\.param|miss|param)\.|^(MissingBody|paramBlank)$/i,
    problem('bad_request', 'DingTalk could not read the message.', REPORT),
  ],
  [
    /^card\.updatedInCallback$/i,
    problem(
      'card_in_use',
      'DingTalk changes no card while somebody’s press on it is being answered.',
      'It is tried again in a moment.',
    ),
    1000,
  ],
  [
    /^system\.updateCallbackFailed$/i,
    problem(
      'bad_callback_address',
      'DingTalk does not take the address for presses on cards.',
      'It has to be an address of the Internet with https, which leads to the response trigger.',
    ),
  ],
  [/^system\.(busy|error)$/i, problem('busy', 'DingTalk is busy.', 'Try again later.'), 3000],
];

/** The meaning of a code, also where it stands in a result; undefined where nobody has described it. */
export const apiRefusal = (code: string): Refusal | undefined => {
  const row = ROWS.find(([codes]) => codes.test(code));
  if (!row) return undefined;
  const [, found, afterMs] = row;
  return { problem: found, ...(afterMs !== undefined && { retry: { afterMs } }) };
};

/** Not there any more, or not to be changed any more. */
export const isGone = ({ code }: Problem): boolean =>
  code === GONE.code || code === 'dingtalk.too_old';

const PERMISSION = /PermissionDenied$|^unauthorized$|^auth\.(error|failed)$/i;

/** Names the permission where the answer does. */
export const permissionProblem = (
  code: string,
  body: Readonly<Record<string, unknown>>,
): Problem | undefined => {
  if (!PERMISSION.test(code)) return undefined;
  const { requiredScopes } = record(body.accessdenieddetail ?? body.accessDeniedDetail);
  const named = list(requiredScopes).flatMap(
    (scope) => /^[\w.]{1,60}$/.exec(text(scope) ?? '')?.[0] ?? [],
  );
  const needed = named.slice(0, 5).join(', ') || 'qyapi_robot_sendmsg, Card.Instance.Write';
  return problem(
    'missing_permission',
    `The app lacks a permission: ${needed}.`,
    `Apply for it in ${CONSOLE} → Permissions, and publish the app again.`,
  );
};
