const { join } = require('node:path');

/** @type {import('jest').Config} */
module.exports = {
  rootDir: join(__dirname, '..'),
  roots: ['<rootDir>/test', '<rootDir>/sandbox/test'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/hosts/', '<rootDir>/test/systems/'],
  modulePathIgnorePatterns: ['/dist/'],
  transform: { '\\.ts$': ['@swc/jest', require('./swc.cjs')] },
  reporters: ['default', '<rootDir>/test/tally.cjs'],
  maxWorkers: 2,
  testTimeout: 60_000,
};
