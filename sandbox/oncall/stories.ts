export interface Story {
  title: string;
  details: string;
  severity: 'critical' | 'warning';
  /** The key monitoring groups repeats by. */
  key: string;
  labels: Record<string, string>;
  source: { id: number; name: string };
  comment: string;
  links: { href: string; text: string }[];
}

/** What new alerts are about, in turn. */
export const stories: [Story, ...Story[]] = [
  {
    title: 'Checkout p95 latency above 2.5 s',
    details:
      'p95 of POST /checkout is 3.8 s (limit 2.5 s) for 6 minutes in eu-central.\nError rate 1.9 %. Payment provider calls look normal; the cart service is slow.',
    severity: 'critical',
    key: 'checkout/latency-p95',
    labels: { service: 'checkout', region: 'eu-central', check: 'latency p95' },
    source: { id: 731_204, name: 'Checkout monitoring' },
    comment: 'Connection pool of the cart service is exhausted. Raising it from 20 to 60.',
    links: [{ href: 'https://grafana.example.com/d/checkout', text: 'Checkout dashboard' }],
  },
  {
    title: 'Primary database: disk 91 % full',
    details:
      '/var/lib/postgresql on db-primary-1 is at 91 % and grows by about 1.2 GB an hour.\nAt this rate it is full in 5 hours.',
    severity: 'critical',
    key: 'db-primary-1/disk',
    labels: { service: 'orders', resource: 'db-primary-1', check: 'disk' },
    source: { id: 731_219, name: 'Database hosts' },
    comment: 'An abandoned replication slot keeps the write-ahead log. Dropping it.',
    links: [{ href: 'https://wiki.example.com/runbooks/disk-full', text: 'Runbook' }],
  },
  {
    title: 'Certificate of api.example.com expires in 6 days',
    details: 'Renewal failed twice: the DNS challenge was not found.',
    severity: 'warning',
    key: 'cert/api.example.com',
    labels: { resource: 'api.example.com', check: 'certificate' },
    source: { id: 731_233, name: 'Certificate watch' },
    comment: 'The DNS token was rotated last week; the renewal job still has the old one.',
    links: [],
  },
];

/** They begin again when all have been told. */
export const storyOf = (nth: number): Story => stories[nth % stories.length] ?? stories[0];
