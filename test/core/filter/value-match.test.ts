import { describe, expect, it } from '@jest/globals';
import { compileForm } from '../../../core/filter/value-match';

const match = (form: string, value: string) => {
  const matcher = compileForm(form);
  return typeof matcher === 'string' ? matcher : matcher(value);
};

describe('a value form', () => {
  it.each([
    ['exact', 'Database', 'database', 'yes'],
    ['exact', ' db ', 'db', 'yes'],
    ['exact', 'db', 'db1', 'no'],
    ['exact with the signs of a pattern', 'a.b+c', 'a.b+c', 'yes'],
    ['exact with the signs of a pattern', 'a.c', 'abc', 'no'],
    ['wildcard', 'Prod-*', 'PROD-eu', 'yes'],
    ['wildcard', '*', '', 'yes'],
    ['wildcard', 'db-?', 'db-1', 'yes'],
    ['wildcard', 'db-?', 'db-', 'no'],
    ['wildcard', 'db-?', 'db-12', 'no'],
    ['wildcard', '?', '😀', 'yes'],
    ['wildcard', '??', '😀', 'no'],
    ['wildcard', '*disk*full*', 'The disk of db-1 is full!', 'yes'],
    ['wildcard', '*disk*full*', 'full disk', 'no'],
    ['wildcard', 'a**b', 'ab', 'yes'],
    ['wildcard over lines', 'a*b', 'a\nb', 'yes'],
    ['a path', '/var/log', '/var/log', 'yes'],
    ['cidr', 'cidr:10.0.0.0/8', '10.200.3.4', 'yes'],
    ['cidr', 'cidr:10.0.0.0/8', '11.0.0.1', 'no'],
    ['cidr', 'cidr:10.1.2.3', '10.1.2.3', 'yes'],
    ['cidr with a port', 'cidr:10.0.0.0/8', '10.0.0.7:9100', 'yes'],
    ['cidr of everything', 'cidr:0.0.0.0/0', '255.255.255.255', 'yes'],
    ['cidr of IPv6', 'cidr:2001:db8::/32', '2001:DB8:0:1::7', 'yes'],
    ['cidr of IPv6', 'cidr:2001:db8::/32', '2001:db9::', 'no'],
    ['cidr of IPv6 with a port', 'cidr:::1/128', '[::1]:443', 'yes'],
    ['cidr of an IPv4-mapped address', 'cidr:10.0.0.0/8', '::ffff:10.0.0.7', 'yes'],
    ['cidr of the other family', 'cidr:10.0.0.0/8', '::1', 'no'],
    ['number', 'num:ge:90', '90', 'yes'],
    ['number', 'num:gt:90', '90.0', 'no'],
    ['number', 'num:lt:-1.5', '-2', 'yes'],
    ['number', 'num:le:1e3', '1000', 'yes'],
    ['number', 'num:eq:0.5', '.50', 'yes'],
  ])('%s: %s against %s is %s', (_name, form, value, verdict) => {
    expect(match(form, value)).toBe(verdict);
  });

  it.each([
    ['/prod-.*/', 'regular expressions are not offered, use * and ?'],
    ['/prod/i', 'regular expressions are not offered, use * and ?'],
    ['cidr:nowhere', 'names no address block'],
    ['cidr:10.0.0.0/33', 'names no address block'],
    ['cidr:10.0.0.0/8/8', 'names no address block'],
    ['cidr:256.0.0.1/8', 'names no address block'],
    ['cidr:1::2::3/64', 'names no address block'],
    ['cidr:2001:db8::/129', 'names no address block'],
    ['cidr:1:2:3:4::5:6:7:8/64', 'names no address block'],
    ['num:ge:many', 'num:ge:90'],
    ['num:about:5', 'num:ge:90'],
    ['num:5', 'num:ge:90'],
    [`*${'x'.repeat(300)}`, 'more than 256 characters'],
  ])('%s cannot be evaluated, and says why', (form, why) => {
    expect(match(form, 'anything')).toContain(why);
  });

  it.each([
    ['num:ge:90', 'high', 'is no number'],
    ['num:ge:90', '', 'is no number'],
    ['num:ge:90', '0x64', 'is no number'],
    ['num:ge:90', '93 %', 'is no number'],
    ['num:ge:90', 'Infinity', 'is no number'],
    ['cidr:10.0.0.0/8', 'db-1', 'is no IP address'],
    ['cidr:10.0.0.0/8', '10.0.0', 'is no IP address'],
    ['cidr:10.0.0.0/8', ':'.repeat(100_000), 'is no IP address'],
    ['cidr:::/0', '1:2:3:4:5:6:7:8:9', 'is no IP address'],
  ])('%s cannot be compared with %.20s', (form, value, notEvaluable) => {
    expect(match(form, value)).toEqual({ notEvaluable });
  });
});
