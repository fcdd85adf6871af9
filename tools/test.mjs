import { build } from './build.mjs';
import { chromium } from './chromium.mjs';
import { install } from './install.mjs';
import { installN8n } from './n8n-application.mjs';
import { requireNode24 } from './node24.mjs';
import { main, Stop, step } from './progress.mjs';
import { run, withPrograms } from './run.mjs';
import { requireSystems } from './systems.mjs';

const jest = (config, { env = {}, node = 'node', only = process.argv.slice(3) } = {}) =>
  run(node, ['node_modules/jest/bin/jest.js', '--config', config, ...only], {
    env: { ...withPrograms(), ...env },
  });

/** The core also runs where Node-RED runs: on the Node of the machine, 20 or later. */
const machineNode = process.env.npm_node_execpath ?? process.execPath;

const suites = {
  all: async () => {
    await step('Checking style', () => run('biome', ['check', '.'], { quiet: true }));
    await step('Checking the types of the tests', () =>
      run('tsc', ['-p', 'test/tsconfig.json'], { quiet: true }),
    );
    await step('Running the suites', () => jest('test/jest.config.cjs'));
    await step("Running the core's suites on this machine's own Node", () =>
      jest('test/jest.config.cjs', { node: machineNode, only: ['test/core'] }),
    );
  },
  hosts: async () => {
    const folder = await installN8n();
    const env = { ALERTWIRE_N8N_HOME: folder, ALERTWIRE_CHROMIUM: await chromium(folder) };
    await step('Running the real n8n and Node-RED', () =>
      jest('test/hosts/jest.config.cjs', { env }),
    );
  },
  fuzz: async () => {
    const env = { ALERTWIRE_FUZZ_RUNS: process.env.ALERTWIRE_FUZZ_RUNS ?? '100000' };
    const only = ['test/core/chat/.*-(hostile|socket)', ...process.argv.slice(3)];
    await step('Trying to break what reads callbacks', () =>
      jest('test/jest.config.cjs', { env, only }),
    );
  },
  systems: async () => {
    await requireSystems();
    const env = { ALERTWIRE_N8N_HOME: await installN8n() };
    await step('Running the foreign systems', () => jest('test/systems/jest.config.cjs', { env }));
  },
};

await main(async () => {
  const [, , name = 'all'] = process.argv;
  const suite = suites[name];
  if (!suite)
    throw new Stop(`There is no suite ${name}. Choose: ${Object.keys(suites).join(', ')}.`);
  await install();
  await requireNode24();
  await build();
  await suite();
});
