import type { HttpAnswer, Problem } from '../../../core/index';

/** What the API key has to be allowed to do: https://docs.n8n.io/api/authentication/ */
export const SCOPES = [
  'dataTable:list',
  'dataTable:create',
  'dataTableRow:read',
  'dataTableRow:create',
  'dataTableRow:update',
  'dataTableRow:delete',
].join(', ');

const CREDENTIAL = "the credential 'Alertwire Store API'";

/** Why n8n did not do what it was asked for. */
export const refusalOf = (answer: HttpAnswer): Problem =>
  'failed' in answer
    ? unreachable(answer.code)
    : (BY_STATUS[answer.status] ?? other(answer.status, answer.body));

const unreachable = (code: string): Problem => ({
  code: 'store.unreachable',
  message: `The API of n8n could not be reached (${code}).`,
  hint:
    code === 'REFUSED_BY_N8N'
      ? `n8n did not let the request out: where N8N_SSRF_PROTECTION_ENABLED is set, allow the host of the base URL in N8N_SSRF_ALLOWED_HOSTNAMES or N8N_SSRF_ALLOWED_IP_RANGES.`
      : `Check the base URL in ${CREDENTIAL}: the address of n8n's main process as its workers reach it.`,
});

const BY_STATUS: Readonly<Record<number, Problem>> = {
  401: {
    code: 'store.unauthorized',
    message: 'n8n does not take the API key of the store.',
    hint: `Create an API key without expiry under Settings, n8n API, and put it into ${CREDENTIAL}.`,
  },
  403: {
    code: 'store.forbidden',
    message: 'The API key of the store may not do what the store needs.',
    hint: `Give the API key these scopes: ${SCOPES}.`,
  },
  404: {
    code: 'store.not_found',
    message: "There is no API for data tables at the store's base URL.",
    hint: `Check the base URL in ${CREDENTIAL}, and that N8N_PUBLIC_API_DISABLED is not set.`,
  },
};

const other = (status: number, body: string): Problem =>
  /size limit|quota|maximum size/i.test(body)
    ? {
        code: 'store.full',
        message: 'The data tables of n8n are full.',
        hint: 'Delete rows or tables that nobody needs, or raise N8N_DATA_TABLES_MAX_SIZE_BYTES.',
      }
    : {
        code: 'store.refused',
        message: `n8n answered ${status} to the store${said(body)}.`,
        hint: `Check the base URL in ${CREDENTIAL}, and that nobody changed the columns of the table.`,
      };

/** What n8n says names columns and tables. n8n draws hints as HTML: nothing but plain words. */
const said = (body: string): string => {
  const [, message = ''] = /"message":"([\w .,:'()/-]{1,200})"/.exec(body) ?? [];
  return message && `: ${message}`;
};

/** n8n answers, but not as its API does. */
export const notTheApi: Problem = {
  code: 'store.not_the_api',
  message: "What answers at the store's base URL is not the API of n8n.",
  hint: `Check the base URL in ${CREDENTIAL}: with the path n8n is served under, and not the address of a sign-in page.`,
};
