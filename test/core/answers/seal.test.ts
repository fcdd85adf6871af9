import { describe, expect, it } from '@jest/globals';
import { seal, unseal } from '../../../core/answers/seal';

const keys = { key: 'a key that nobody could ever guess, 1' };
const others = { key: 'a key that nobody could ever guess, 2' };
const address = 'https://hooks.example.com/actions/T1/2/secret';

describe('a sealed address', () => {
  it('can be opened with the key, now and while it is changed', () => {
    const sealed = seal(address, keys);
    expect(sealed).not.toContain('secret');
    expect(unseal(sealed, keys)).toBe(address);
    expect(unseal(sealed, { ...others, previousKey: keys.key })).toBe(address);
  });

  it('stays shut for everybody else, and after a change', () => {
    const sealed = seal(address, keys);
    expect(unseal(sealed, others)).toBeUndefined();
    const changed = (sealed.startsWith('A') ? 'B' : 'A') + sealed.slice(1);
    expect(unseal(changed, keys)).toBeUndefined();
    expect(unseal('', keys)).toBeUndefined();
    expect(unseal('nonsense', keys)).toBeUndefined();
  });

  it('stays shut where its proof was cut short, which is easier to guess', () => {
    const sealed = Buffer.from(seal('', keys), 'base64url');
    expect(unseal(sealed.toString('base64url'), keys)).toBe('');
    for (const bytes of [4, 8, 12, 15])
      expect(unseal(sealed.subarray(0, 12 + bytes).toString('base64url'), keys)).toBeUndefined();
  });

  it('looks different each time', () => {
    expect(seal(address, keys)).not.toBe(seal(address, keys));
  });
});
