import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { listOnCall } from '../../core/index';
import { clock } from '../host/clock';
import { operationError } from '../host/errors';
import { accessTo } from '../host/oncall/access';

const MOST_PAGES = 20;

/** All alert sources the credential may see, to choose from. */
export async function getAlertSources(
  this: ILoadOptionsFunctions,
): Promise<INodePropertyOptions[]> {
  const access = await accessTo(this, 'ilert');
  if ('problem' in access) throw operationError(this.getNode(), access.problem);
  const options: INodePropertyOptions[] = [];
  for (let cursor = '', pages = 0; pages < MOST_PAGES; pages += 1) {
    const page = await listOnCall('ilert', 'alert-sources', { ...access, clock, cursor });
    if ('problem' in page) throw operationError(this.getNode(), page.problem);
    options.push(...page.entries.map(({ id, name }) => ({ name, value: id })));
    if (page.next === undefined) return options;
    cursor = page.next;
  }
  return options;
}
