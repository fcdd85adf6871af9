export { toWebhook as authenticate } from '../request';
