/** @type {import('jest').Config} */
module.exports = {
  ...require('../jest.config.cjs'),
  roots: ['<rootDir>/test/systems'],
  testPathIgnorePatterns: ['/node_modules/'],
  maxWorkers: 1,
  testTimeout: 900_000,
};
