import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from '@jest/globals';

const APP = join(__dirname, '..', 'page', 'app');
const SCRIPT = `
  import { createRequire } from 'node:module';
  const [app, here] = process.argv.slice(1);
  const { JSDOM } = createRequire(here)('jsdom');
  const { window } = new JSDOM('');
  Object.assign(globalThis, { window, document: window.document });
  const { targetForm } = await import(app + '/target-form.js');
  const target = targetForm('ilert');
  target.show({ url: 'http://127.0.0.1:1880/alertwire/ilert', header: 'X', secretSet: false });
  process.stdout.write(target.element.querySelector('summary').textContent);
`;

it('the page can break the line between a target’s caption and its address', async () => {
  const args = ['--input-type=module', '-e', SCRIPT, `file://${APP}`, __filename];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  expect(stdout).toBe('Target http://127.0.0.1:1880/alertwire/ilert');
});
