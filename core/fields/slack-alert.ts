import { chatAlertFields } from './chat-alert';

export const slackAlertFields = chatAlertFields([{ value: 'webhook', label: 'Webhook' }]);
