import { type HookRow, hookTable } from '../judging/hook-table';
import type { RefusalCode } from './refusal';

export interface Robot extends HookRow<RefusalCode> {
  /** It takes only messages that hold one of these. */
  keywords?: string[];
}

const send = (token: string) => `/robot/send?access_token=${token}`;

/** The robots that exist. Their tokens and secrets open nothing but this sandbox. */
export const hooks = hookTable<Robot>('dingtalk', [
  {
    channel: 'On call',
    address: send('f5877e02e7547f362796d659f888ad61d20fdbe23c80bc0b479900c141ce6479'),
    secret: 'SECcc144f8ef897dabf1a9158e7e2e65428597bdbd71946353f887a8dbcaa19aa6c',
    note: 'Asks for a signature.',
  },
  {
    channel: 'Platform',
    address: send('b9c0633f932efd804d647e2e91bc3632324f7680b0311202a5edc00a23fa0637'),
    note: 'Takes messages from this machine.',
  },
  {
    channel: '告警',
    address: send('83d1c585241dca1db9ba488297f9f35aea381f634d63372fa554e50eb3c5ac9b'),
    keywords: ['#告警#', 'on-call'],
    refusal: 'keyword_missing',
    note: 'Takes only messages that hold #告警# or on-call.',
  },
  {
    channel: 'Office only',
    address: send('6a3a59ba410fa61a33fb1ab7a871d1010ad3f6d38bea526c96a36da9f96a6a32'),
    refusal: 'ip_not_allowed',
    note: 'Takes messages from another address only.',
  },
  {
    channel: 'New secret',
    address: send('a0ea916eb38ccf2f605e2f0ebe197525841ab63fcdf059d632ea8a3e09c3cea1'),
    secret: 'SECe930c8eac169a432b73b32fbc918e2a1596f4c564b4d4b51b42e12325d0cec9b',
    refusal: 'sign_mismatch',
    note: 'Its secret was reset; this is the one it had before.',
  },
  {
    channel: 'Stopped',
    address: send('db0cc0f6bb41f20114f8d7016019c344a5942e8284538ceef1f6f85012f31c14'),
    refusal: 'robot_stopped',
    note: 'The robot was stopped.',
  },
  {
    channel: 'Removed',
    address: send('daae57365f3924248107dab15321b299f2fad6d194703b842dcc06a0b6d4abbb'),
    refusal: 'robot_not_found',
    note: 'The robot was removed from the group.',
  },
  {
    channel: 'Launch 2019',
    address: send('f54233f1fe941aeda4e00b92dbcfe1c4b1014cacfd56ed931a096ba0bf77e1b4'),
    refusal: 'group_dissolved',
    note: 'The group was dissolved.',
  },
]);
