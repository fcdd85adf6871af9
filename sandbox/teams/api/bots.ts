import type { ErrorCode } from './errors';
import type { LoginCode } from './login/errors';
import { MANY_TENANTS, OTHER_TENANT, TENANT } from './world';

export interface BotRow {
  appId: string;
  name: string;
  /** The secret people have noted down. */
  secret: string;
  /** What the login says to this secret, where it takes it no more. */
  secretRefusal?: LoginCode;
  /** The tenants that know the app; people enter the first. */
  tenants: readonly [string, ...string[]];
  /** The connector takes tokens of these tenants only. */
  accepted: readonly string[];
  /** What the connector says to every call. */
  refusal?: ErrorCode;
  note: string;
}

const appId = (digit: string) => `5a4d0b0e-b07${digit}-4000-8000-00007e4a4700`;

/** The bots that exist. Their secrets open nothing but this sandbox. */
export const BOTS: readonly BotRow[] = [
  {
    appId: appId('1'),
    name: 'Alertwire',
    secret: 'sandbox8Q~AlertwireClientSecret000000001',
    tenants: [TENANT],
    accepted: [TENANT],
    note: 'Registered for this tenant only, and installed in the team.',
  },
  {
    appId: appId('2'),
    name: 'Veteran',
    secret: 'sandbox8Q~VeteranClientSecret00000000002',
    tenants: [MANY_TENANTS, TENANT],
    accepted: [MANY_TENANTS],
    note: 'From before August 2025, for many tenants: its tokens come from botframework.com.',
  },
  {
    appId: appId('3'),
    name: 'Elsewhere',
    secret: 'sandbox8Q~ElsewhereClientSecret000000003',
    tenants: [OTHER_TENANT],
    accepted: [],
    refusal: 'Unauthorized',
    note: 'Registered in another tenant: it gets tokens, and they open nothing here.',
  },
  {
    appId: appId('4'),
    name: 'Uninstalled',
    secret: 'sandbox8Q~UninstalledClientSecret0000004',
    tenants: [TENANT],
    accepted: [TENANT],
    refusal: 'BotNotInConversationRoster',
    note: 'The app was removed from the team and from everybody.',
  },
  {
    appId: appId('5'),
    name: 'Disabled',
    secret: 'sandbox8Q~DisabledClientSecret0000000005',
    tenants: [TENANT],
    accepted: [TENANT],
    refusal: 'BotDisabledByAdmin',
    note: 'The administrators of the tenant switched the app off.',
  },
  {
    appId: appId('6'),
    name: 'Unregistered',
    secret: 'sandbox8Q~UnregisteredClientSecret000006',
    tenants: [TENANT],
    accepted: [TENANT],
    refusal: 'BotNotRegistered',
    note: 'An app without a bot: Teams was never added as a channel.',
  },
  {
    appId: appId('7'),
    name: 'Rotated',
    secret: 'sandbox8Q~RotatedClientSecret00000000007',
    secretRefusal: 'AADSTS7000215',
    tenants: [TENANT],
    accepted: [TENANT],
    note: 'Has a new secret; this one was deleted.',
  },
  {
    appId: appId('8'),
    name: 'Expired',
    secret: 'sandbox8Q~ExpiredClientSecret00000000008',
    secretRefusal: 'AADSTS7000222',
    tenants: [TENANT],
    accepted: [TENANT],
    note: 'Its secret has expired.',
  },
];

/** How a bot is called in a conversation. */
export const accountOf = ({ appId }: BotRow): string => `28:${appId}`;
