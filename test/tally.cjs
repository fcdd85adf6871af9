/** Closes a run with one plain line that scripts and people read alike. */
module.exports = class Tally {
  onRunComplete(_contexts, { numPassedTests, numFailedTests }) {
    process.stdout.write(`${numPassedTests} passed, ${numFailedTests} failed\n`);
  }
};
