import { describe, expect, it } from '@jest/globals';
import { ALERT_ACTIONS, type AlertAction } from '../../../core/alert/command';
import {
  alertRegistrationFields,
  onCallActionFields,
  onCallCredentialFieldsOf,
  webhookName,
} from '../../../core/fields/index';
import { ARGUMENTS } from '../../../core/oncall/action';
import { onCallActionsOf } from '../../../core/oncall/index';
import { ON_CALL_PLATFORMS } from '../../../core/oncall/registry';

const field = (name: string) => {
  const found = onCallActionFields.find((one) => one.name === name);
  if (!found) throw new Error(`There is no field ${name}.`);
  return found;
};

describe('the fields of On-Call Action', () => {
  it('have one for every argument, and names of their own', () => {
    const names = onCallActionFields.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining([...ARGUMENTS]));
    expect(new Set(names).size).toBe(names.length);
  });

  it('offer every action and every platform, from input at first', () => {
    expect(field('action')).toMatchObject({ default: 'input' });
    expect(field('action').options?.map(({ value }) => value)).toEqual(['input', ...ALERT_ACTIONS]);
    expect(field('platform').options?.map(({ value }) => value)).toEqual([
      'input',
      ...ON_CALL_PLATFORMS.map(({ id }) => id),
    ]);
  });

  it.each([...ARGUMENTS])('%s matters exactly where a platform takes it', (name) => {
    const { actions = ALERT_ACTIONS, platforms = ON_CALL_PLATFORMS.map(({ id }) => id) } =
      field(name);
    const takers: [string, AlertAction][] = ON_CALL_PLATFORMS.flatMap(({ id }) =>
      onCallActionsOf(id)
        .filter(({ needs, takes }) => [...needs.flat(), ...takes].includes(name))
        .map(({ action }): [string, AlertAction] => [id, action]),
    );
    expect(new Set(actions)).toEqual(new Set(takers.map(([, action]) => action)));
    expect(new Set(platforms)).toEqual(new Set(takers.map(([id]) => id)));
  });

  it('pick from lists that some platform has', () => {
    for (const { kind, list, platforms } of [...onCallActionFields, ...alertRegistrationFields]) {
      if (kind !== 'on-call-list') continue;
      const able = ON_CALL_PLATFORMS.filter(({ lists }) => list && Object.hasOwn(lists, list));
      const asked = platforms ?? [able[0]?.id];
      expect(able.map(({ id }) => id)).toEqual(expect.arrayContaining([...asked]));
    }
  });

  it('say what only some platforms can', () => {
    const said = (value: string) =>
      field('action').options?.find((option) => option.value === value)?.description;
    expect(said('snooze')).toContain('(Flashduty only)');
    expect(said('accept')).not.toContain('only)');
  });

  it('are described without a full stop, as every field is', () => {
    for (const { description, label } of [...onCallActionFields, ...alertRegistrationFields]) {
      expect(description).toMatch(/[^.]$/);
      expect(label).toMatch(/^[A-Z]/);
    }
  });
});

describe('the credential of a platform', () => {
  it.each(ON_CALL_PLATFORMS.map(({ id }) => id))(
    '%s has fields, its base URL for all to read',
    (id) => {
      const fields = onCallCredentialFieldsOf(id);
      expect(fields.filter(({ secret }) => secret === false).map(({ name }) => name)).toEqual([
        'baseUrl',
      ]);
      expect(fields.length).toBeGreaterThan(1);
    },
  );

  it('is nothing where nobody knows the platform', () => {
    expect(onCallCredentialFieldsOf('__proto__')).toEqual([]);
  });
});

it('a webhook is called by its flow', () => {
  expect(webhookName(' Night shift ')).toBe('Alertwire: Night shift');
  expect(webhookName('')).toBe('Alertwire: untitled flow');
  expect(webhookName('x'.repeat(999))).toHaveLength(200);
});
