import { ExecutionLifecycleHooks } from 'n8n-core';
import type {
  IWorkflowBase,
  IWorkflowExecuteAdditionalData,
  WorkflowExecuteMode,
} from 'n8n-workflow';
import { type CredentialData, TestCredentialsHelper } from './credentials-helper';
import type { Host } from './host';

const BASE = 'http://127.0.0.1:5678/';

/** What n8n hands to an execution besides the workflow. */
export const additionalData = (
  host: Host,
  credentials: CredentialData,
  mode: WorkflowExecuteMode,
): IWorkflowExecuteAdditionalData =>
  ({
    hooks: new ExecutionLifecycleHooks(mode, '1', { id: 'w1' } as IWorkflowBase),
    credentialsHelper: new TestCredentialsHelper(host, credentials),
    executionId: '1',
    currentNodeExecutionIndex: 0,
    variables: {},
    instanceBaseUrl: BASE,
    restApiUrl: `${BASE}rest`,
    webhookBaseUrl: `${BASE}webhook`,
    webhookTestBaseUrl: `${BASE}webhook-test`,
    webhookWaitingBaseUrl: `${BASE}webhook-waiting`,
    formWaitingBaseUrl: `${BASE}form-waiting`,
    setExecutionStatus: () => {},
    logAiEvent: () => {},
  }) as unknown as IWorkflowExecuteAdditionalData;
