import { list, text } from '../../../alert/untrusted';
import type { InboundRefusal, InboundSetup } from '../../../answers/inbound';
import { noSecret, notAuthentic, notTimely, refuse } from '../../../answers/said';
import { headerValues } from '../../../http/headers';
import type { Credential, InboundRequest } from '../../../http/types';
import { webAddress } from '../../web-link';
import { issuerOf } from '../hosts';
import type { Activity } from './activity';
import { keysWith } from './public-keys';
import { hasToken, tokenIn, type Unproven } from './token';

const TOLERANCE_MS = 300_000;

/**
 * Undefined where Teams itself sent this, to this bot, from an allowed tenant:
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication#connector-to-bot
 */
export const botObjection = async (
  request: InboundRequest,
  activity: Activity,
  setup: InboundSetup,
): Promise<InboundRefusal | undefined> => {
  const app = setup.credential.clientId?.trim() ?? '';
  if (app === '') return noSecret('client ID');
  if (isFromEmulator(request, activity, setup)) return undefined;
  const unproven = tokenIn(request);
  if (!unproven || !isFitting(unproven, app, setup.credential)) return notAuthentic;
  const signed = await signatureObjection(unproven, app, activity, setup);
  return signed ?? (isOfTenant(activity, setup.credential) ? undefined : otherTenant);
};

/** Before any key is fetched for it: nobody makes us ask Microsoft by sending nonsense. */
const isFitting = ({ header, claims }: Unproven, app: string, credential: Credential): boolean =>
  header.alg === 'RS256' &&
  typeof header.kid === 'string' &&
  claims.iss === issuerOf(credential) &&
  audienceOf(app).includes(String(claims.aud));

const audienceOf = (app: string): readonly string[] => [...new Set([app, app.toLowerCase()])];

const signatureObjection = async (
  { token, header }: Unproven,
  app: string,
  activity: Activity,
  setup: InboundSetup,
): Promise<InboundRefusal | undefined> => {
  const { verifyJwt, credential, clock } = setup;
  const keys = await keysWith(String(header.kid), setup);
  if (!verifyJwt || !keys) return noKeys;
  const verdict = await verifyJwt(token, {
    keys: { keys },
    issuer: issuerOf(credential),
    audience: audienceOf(app),
    now: clock.now(),
    toleranceMs: TOLERANCE_MS,
  });
  if (!verdict.ok) return verdict.flaw === 'time' ? notTimely : notAuthentic;
  const key = keys.find(({ kid }) => kid === verdict.keyId);
  const endorsed = list(key?.endorsements);
  const good = endorsed.length === 0 || endorsed.includes(activity.chat);
  const { serviceurl, serviceUrl } = verdict.claims;
  const service = text(serviceurl) ?? text(serviceUrl);
  return good && service !== undefined && sameService(service, activity.service)
    ? undefined
    : notAuthentic;
};

/** Case and one slash at the end are no difference. */
const sameService = (one: string, other: string): boolean => plain(one) === plain(other);
const plain = (service: string): string => service.toLowerCase().replace(/\/$/, '');

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A bot for many tenants could be added by anybody: who may use it is told by hand. */
const isOfTenant = ({ tenant }: Activity, { tenantId = '', allowedTenants = '' }: Credential) =>
  [tenantId, ...allowedTenants.split(/[\s,;]+/)]
    .map((one) => one.trim().toLowerCase())
    .filter((one) => GUID.test(one))
    .includes(tenant.toLowerCase());

const LOOPBACK = /^(?:127(?:\.\d{1,3}){3}|::1|::ffff:127(?:\.\d{1,3}){3}|localhost|\[::1\])$/;
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-real-ip'];

/** From this very machine, not through a proxy on it, and for a service on it. */
const isFromEmulator = (
  request: InboundRequest,
  { service }: Activity,
  { emulator }: InboundSetup,
): boolean =>
  emulator === true &&
  !hasToken(request) &&
  LOOPBACK.test(request.remoteAddress ?? '') &&
  FORWARDED.every((name) => headerValues(request.headers, name).length === 0) &&
  LOOPBACK.test(webAddress(service)?.hostname ?? '');

const noKeys = refuse(
  503,
  'teams.no_public_keys',
  'The keys with which Teams signs cannot be had. Check whether this machine reaches login.botframework.com, or the OpenID metadata URL in the credential.',
);
const otherTenant = refuse(
  401,
  'teams.other_tenant',
  'The request comes from a tenant that the credential does not name.',
);
