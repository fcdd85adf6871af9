import { parseObject } from '../../judging/decode';
import type { Params } from './world';

export interface CardTemplate {
  id: string;
  name: string;
  /** The JSON text of its buttons; absent where it draws none. */
  buttonsIn?: (params: Params) => string;
  /** Not published: no card is made from it. */
  draft?: true;
}

const SDK = 'of the Stream SDK';

/**
 * What cards are drawn from. A template is built on the card platform, no API makes one:
 * https://open.dingtalk.com/document/development/overview-card. Those of the SDK:
 * https://github.com/open-dingtalk/dingtalk-stream-sdk-python/blob/main/dingtalk_stream/card_instance.py
 */
export const templates: readonly CardTemplate[] = [
  {
    id: 'a1e47b1e-0a1e-4a1e-8a1e-a1e47b1e0001.schema',
    name: 'Alert',
    buttonsIn: buttonsOfAlert,
  },
  { id: '589420e2-c1e2-46ef-a5ed-b8728e654da9.schema', name: `Markdown ${SDK}` },
  {
    id: '1366a1eb-bc54-4859-ac88-517c56a9acb1.schema',
    name: `Markdown and buttons ${SDK}`,
    buttonsIn: buttonsOfSdk,
  },
  { id: 'a1e47b1e-0a1e-4a1e-8a1e-a1e47b1e0002.schema', name: 'Draft', draft: true },
];

/** A variable holds little: each button has one of its own, or all of them share a list. */
function buttonsOfAlert({ buttons = '', ...params }: Params): string {
  const own = [1, 2, 3, 4, 5].map((place) => params[`button${place}`] ?? '');
  const drawn = own.filter((one) => one !== '' && one !== '{}');
  return drawn.length === 0 ? buttons || '[]' : `[${drawn.join(',')}]`;
}

function buttonsOfSdk({ sys_full_json_obj = '{}' }: Params): string {
  const decoded = parseObject(sys_full_json_obj);
  return 'flaw' in decoded ? decoded.flaw : JSON.stringify(decoded.payload.msgButtons ?? []);
}

export function templateWithId(id: string): CardTemplate | undefined {
  return templates.find((template) => template.id === id);
}
