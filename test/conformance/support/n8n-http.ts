import 'reflect-metadata';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IExecuteFunctions, IHttpRequestOptions, INode } from 'n8n-workflow';
import type { Http } from '../../../core/ports';
import { transportWith } from '../../../nodes/host/transport';

// n8n-core keeps its encryption key there
process.env.N8N_USER_FOLDER ??= mkdtempSync(join(tmpdir(), 'alertwire-n8n-user-'));
process.env.N8N_LOG_LEVEL ??= 'silent';

import { ExecuteContext } from 'n8n-core';
import { Workflow } from 'n8n-workflow';

/** What n8n's nodes send through, with n8n's own requests; the credential is put in before. */
export const createN8nHttp = (): Http => {
  const helpers = n8nHelpers();
  const httpRequestWithAuthentication = (_type: string, options: IHttpRequestOptions) =>
    helpers.httpRequest(options);
  const context = { helpers: { httpRequestWithAuthentication } };
  return transportWith(context as unknown as IExecuteFunctions, 'none');
};

const n8nHelpers = (): IExecuteFunctions['helpers'] => {
  const nodeTypes = { getByName: none, getByNameAndVersion: none, getKnownTypes: () => ({}) };
  const workflow = new Workflow({ nodes: [], connections: {}, active: false, nodeTypes } as never);
  const given = [workflow, NODE, {}, 'manual', {}, 0, [], {}, {}, []];
  return new (ExecuteContext as unknown as Context)(...given).helpers;
};

type Context = new (...given: unknown[]) => Pick<IExecuteFunctions, 'helpers'>;

const none = () => undefined;

const NODE: INode = {
  id: 'sender',
  name: 'Sender',
  type: 'test.sender',
  typeVersion: 1,
  position: [0, 0],
  parameters: {},
};
