import { textOf } from '../../../judging/shape';
import { callbackAddress } from '../../../people/doors';
import { type Call, type Method, type Outcome, refused } from '../method';

/** https://open.dingtalk.com/document/development/register-card-callback-address */
export const registerCallback: Method = {
  scope: 'Card.Instance.Write',
  hides: ['apiSecret'],
  run,
};

/** Without `forceUpdate` an address that is there stays; whoever names the same one is told so. */
function run({ app, args, world }: Call): Outcome {
  if (Object.keys(args).length === 0) return refused('param.empty', 'The body is empty.');
  const routeKey = textOf(args.callbackRouteKey);
  if (routeKey === '') {
    return refused('param.callbackRouteKeyEmpty', 'The callbackRouteKey is missing.');
  }
  const callbackUrl = textOf(args.callbackUrl);
  if (callbackUrl === '') return refused('param.callbackUrlEmpty', 'The callbackUrl is missing.');
  const flaw = flawOf(callbackUrl);
  if (flaw !== undefined) return refused('system.updateCallbackFailed', flaw);
  const before = world.findRoute(app, routeKey);
  if (before && args.forceUpdate !== true) {
    if (before.callbackUrl === callbackUrl) return { says: { success: true, result: before } };
    const reason = `The key ${routeKey} leads elsewhere, and forceUpdate is not true.`;
    return refused('param.callbackRouteKeyExist', reason);
  }
  const apiSecret = textOf(args.apiSecret);
  const route = { callbackUrl, ...(apiSecret !== '' && { apiSecret }) };
  world.keepRoute(app, routeKey, route);
  return { says: { success: true, result: route } };
}

/** DingTalk wants an address of the Internet; the sandbox calls nobody but this machine. */
function flawOf(callbackUrl: string): string | undefined {
  try {
    callbackAddress(callbackUrl);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
