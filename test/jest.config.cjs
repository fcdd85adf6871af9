const { join } = require('node:path');

/** @type {import('jest').Config} */
module.exports = {
  rootDir: join(__dirname, '..'),
  roots: ['<rootDir>/test', '<rootDir>/sandbox/test'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/hosts/', '<rootDir>/test/systems/'],
  modulePathIgnorePatterns: ['/dist/'],
  // jose is an ES module, which jest cannot require: https://jestjs.io/docs/ecmascript-modules
  transform: { '(\\.ts|/jose/.+\\.js)$': ['@swc/jest', require('./swc.cjs')] },
  transformIgnorePatterns: ['/node_modules/(?!jose/)'],
  reporters: ['default', '<rootDir>/test/tally.cjs'],
  maxWorkers: 2,
  testTimeout: 60_000,
};
