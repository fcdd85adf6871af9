/** @type {import('jest').Config} */
module.exports = {
  ...require('../jest.config.cjs'),
  roots: ['<rootDir>/test/hosts'],
  testPathIgnorePatterns: ['/node_modules/'],
  maxWorkers: 1,
  testTimeout: 300_000,
};
