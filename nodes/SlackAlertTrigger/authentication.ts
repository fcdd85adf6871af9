import type { INodeProperties } from 'n8n-workflow';

export const authentication: INodeProperties = {
  displayName: 'Authentication',
  name: 'authentication',
  type: 'options',
  options: [
    { name: 'Bot', value: 'bot' },
    { name: 'OAuth2', value: 'oAuth2' },
  ],
  default: 'bot',
};
