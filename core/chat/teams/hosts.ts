import type { Credential } from '../../http/types';
import { webAddress } from '../web-link';

/**
 * Where Teams takes messages of bots: the service of each cloud, and what it hands on to. Of
 * trafficmanager.net anybody can have a name.
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages
 */
const SERVICE =
  /^smba\.trafficmanager\.net$|(^|\.)(teams\.microsoft\.(com|us)|botframework\.(com|azure\.(us|cn)))$/;
const SERVICE_URL = 'https://smba.trafficmanager.net/teams';

/** A cloud by the ends of its hosts: who logs in where, and for what. */
interface Cloud {
  readonly login: string;
  readonly scope: string;
  /** Who signs what bots are sent, and where the keys for that are published. */
  readonly issuer: string;
  readonly openId: string;
}

const METADATA = '/v1/.well-known/openidconfiguration';

/** https://learn.microsoft.com/azure/bot-service/how-to-deploy-gov-cloud-high */
const PUBLIC: Cloud = {
  login: 'https://login.microsoftonline.com',
  scope: 'https://api.botframework.com/.default',
  issuer: 'https://api.botframework.com',
  openId: `https://login.botframework.com${METADATA}`,
};
const GOVERNMENT: Cloud = {
  login: 'https://login.microsoftonline.us',
  scope: 'https://api.botframework.us/.default',
  issuer: 'https://api.botframework.us',
  openId: `https://login.botframework.azure.us${METADATA}`,
};
const CHINA: Cloud = {
  login: 'https://login.partner.microsoftonline.cn',
  scope: 'https://api.botframework.azure.cn/.default',
  issuer: 'https://api.botframework.azure.cn',
  openId: `https://login.botframework.azure.cn${METADATA}`,
};

const cloudOf = ({ loginUrl, serviceUrl }: Credential): Cloud => {
  const { hostname = '' } = webAddress(loginUrl) ?? webAddress(serviceUrl) ?? {};
  if (hostname.endsWith('.us')) return GOVERNMENT;
  return hostname.endsWith('.cn') ? CHINA : PUBLIC;
};

const trimmed = (address = ''): string => address.trim().replace(/\/+$/, '');

/** Without a slash at its end. */
export const serviceUrlOf = ({ serviceUrl }: Credential): string =>
  trimmed(serviceUrl) || SERVICE_URL;

/** Without a slash at its end. */
export const loginUrlOf = (credential: Credential): string =>
  trimmed(credential.loginUrl) || cloudOf(credential).login;

export const issuerOf = (credential: Credential): string => cloudOf(credential).issuer;

export const openIdUrlOf = (credential: Credential): string =>
  trimmed(credential.openIdUrl) || cloudOf(credential).openId;

export const scopeOf = (credential: Credential): string => cloudOf(credential).scope;

/** May it see the token of this credential? */
export const isService = (url: string, credential: Credential): boolean => {
  const address = webAddress(url);
  if (address?.username !== '' || address.password !== '') return false;
  const { protocol, hostname, port } = address;
  if (protocol === 'https:' && port === '' && SERVICE.test(hostname)) return true;
  const own = webAddress(credential.serviceUrl);
  if (!own) return false;
  const below = own.pathname.replace(/\/*$/, '/');
  return address.origin === own.origin && address.pathname.startsWith(below);
};
