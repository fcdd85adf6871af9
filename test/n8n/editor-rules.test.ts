import { beforeAll, describe, expect, it } from '@jest/globals';
import type { INodeCredentialDescription, INodeProperties } from 'n8n-workflow';
import { CHAT_NODE_NAMES, RESPONSE_NAMES } from './support/chats';
import { type Host, loadHost } from './support/host';

const NODES = ['alertTrigger', 'onCallAction', ...CHAT_NODE_NAMES, ...RESPONSE_NAMES];

let host: Host;

beforeAll(async () => {
  host = await loadHost();
});

interface Form {
  readonly credentials: readonly INodeCredentialDescription[];
  readonly properties: readonly INodeProperties[];
}

const formOf = (type: string): Form => {
  const { credentials = [], properties } = host.node(type).description;
  return { credentials, properties };
};

const shownFor = ({ displayOptions }: Pick<INodeProperties, 'displayOptions'>): string[] =>
  Object.keys(displayOptions?.show ?? {});

/*
 * What n8n's editor makes of credentials:
 * https://github.com/n8n-io/n8n/blob/n8n%402.41.1/packages/frontend/editor-ui/src/app/utils/nodeTypesUtils.ts
 */

/** What it takes as parameters about signing in. */
const aboutSigningIn = ({ credentials, properties }: Form): readonly INodeProperties[] => {
  const names = new Set(credentials.flatMap(shownFor));
  return properties.filter(({ name }) => names.has(name));
};

/** The one that it asks in the list of credentials. */
const wayOf = (form: Form): string | undefined => {
  const about = aboutSigningIn(form);
  const covered = ({ name, options = [] }: INodeProperties) =>
    options.length > 0 &&
    options.every(
      (option) =>
        'value' in option &&
        form.credentials.some(({ displayOptions }) =>
          displayOptions?.show?.[name]?.some((value) => value === option.value),
        ),
    );
  return (about.find(({ name }) => name === 'authentication') ?? about.find(covered))?.name;
};

/** The ones that it asks nowhere else. */
const keptAway = (form: Form): readonly string[] => {
  const way = wayOf(form);
  if (way === undefined) return [];
  const about = aboutSigningIn(form).flatMap(shownFor);
  return form.properties.map(({ name }) => name).filter((name) => about.includes(name));
};

const isToSignInWith = (form: Form, credential: INodeCredentialDescription): boolean => {
  const way = wayOf(form);
  return (
    way === undefined ||
    shownFor(credential).length === 0 ||
    (credential.displayOptions?.show !== undefined && way in credential.displayOptions.show)
  );
};

const offered = (form: Form, credential: INodeCredentialDescription): readonly string[] => {
  const way = wayOf(form);
  if (way === undefined || !isToSignInWith(form, credential)) return [credential.name];
  return form.credentials.filter((one) => shownFor(one).includes(way)).map(({ name }) => name);
};

describe("in n8n's editor", () => {
  it.each(NODES)('%s keeps no parameter from people', (type) => {
    expect(keptAway(formOf(type))).toEqual([]);
  });

  it.each(NODES)('%s offers the credentials that it asks for', (type) => {
    const form = formOf(type);
    for (const one of form.credentials) expect(offered(form, one)).toContain(one.name);
  });

  it.each(NODES)('%s names what stands beside the credential to sign in with', (type) => {
    const form = formOf(type);
    const beside = form.credentials.filter((one) =>
      ['alertwireStoreApi', 'alertwireSigningKeyApi', 'alertwireFlashdutyApi'].includes(one.name),
    );
    for (const { displayName } of beside) expect(displayName).toBeTruthy();
  });
});
