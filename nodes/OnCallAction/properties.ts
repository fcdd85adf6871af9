import type { INodeProperties } from 'n8n-workflow';
import { listOnCallPlatforms, type OnCallField, onCallActionFields } from '../../core/index';
import { propertyOf } from '../host/fields';

const field = (name: string): OnCallField => {
  const found = onCallActionFields.find((one) => one.name === name);
  if (!found) throw new RangeError(`The core has no field named ${name}.`);
  return found;
};

/** The core's word is what people pick first; n8n calls that the operation of a resource. */
const HEAD = ['platform', 'action'];
/** Rarely needed. */
const MORE = ['attribute'];

export const argumentFields = onCallActionFields.filter(
  ({ name }) => !HEAD.includes(name) && !MORE.includes(name) && name !== 'alertId',
);

const shownFor = ({
  actions,
  platforms,
}: OnCallField): NonNullable<INodeProperties['displayOptions']> => ({
  show: {
    ...(actions && { operation: [...actions] }),
    ...(platforms && { platform: ['input', ...platforms] }),
  },
});

/** What is picked from a list of the platform, or given by its ID. */
const locator = (picked: OnCallField): INodeProperties => ({
  displayName: picked.label,
  name: picked.name,
  type: 'resourceLocator',
  default: { mode: 'id', value: '' },
  description: picked.description,
  modes: [
    {
      displayName: 'From List',
      name: 'list',
      type: 'list',
      typeOptions: { searchListMethod: searchMethod(picked), searchable: true },
    },
    {
      displayName: 'By ID',
      name: 'id',
      type: 'string',
      ...(picked.placeholder && { placeholder: picked.placeholder }),
    },
  ],
});

/** `escalation-policies` → `searchEscalationPolicies` */
export const searchMethod = ({ list = 'people' }: OnCallField): string =>
  `search${list.replace(/(^|-)(.)/g, (_all, _dash, letter: string) => letter.toUpperCase())}`;

const drawn = (one: OnCallField): INodeProperties =>
  one.kind === 'on-call-list' ? locator(one) : propertyOf({ ...one, kind: one.kind });

const withActions = (one: OnCallField): INodeProperties => ({
  ...drawn(one),
  displayOptions: shownFor(one),
});

const resource: INodeProperties = {
  displayName: 'Resource',
  name: 'resource',
  type: 'options',
  noDataExpression: true,
  options: [{ name: 'Alert', value: 'alert' }],
  default: 'alert',
};

/** Platforms that are not ilert. */
export const OTHERS = listOnCallPlatforms()
  .map(({ id }) => id)
  .filter((id) => id !== 'ilert');

const authentication: INodeProperties = {
  displayName: 'Ilert Authentication',
  name: 'authentication',
  type: 'options',
  options: [
    { name: 'API Key', value: 'apiKey' },
    { name: 'OAuth2', value: 'oAuth2' },
  ],
  default: 'apiKey',
  displayOptions: { hide: { platform: OTHERS } },
};

const operation: INodeProperties = {
  ...propertyOf({ ...field('action'), kind: 'options' }, { noDataExpression: true }),
  displayName: 'Operation',
  name: 'operation',
};

const more: INodeProperties = {
  displayName: 'Additional Fields',
  name: 'additionalFields',
  type: 'collection',
  placeholder: 'Add Field',
  default: {},
  options: [
    ...MORE.map((name) => drawn(field(name))),
    {
      displayName: 'Language',
      name: 'language',
      type: 'options',
      description:
        'In which language people are told what came of it; who asked in chat is told in the language of the response trigger',
      options: [
        { name: 'Chinese', value: 'zh-CN' },
        { name: 'English', value: 'en' },
        { name: 'German', value: 'de' },
      ],
      default: 'en',
    },
  ],
};

export const properties: INodeProperties[] = [
  propertyOf({ ...field('platform'), kind: 'options' }),
  authentication,
  resource,
  operation,
  withActions(field('alertId')),
  ...argumentFields.map(withActions),
  more,
];
