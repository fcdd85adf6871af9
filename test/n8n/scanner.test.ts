import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { root, tarball, unpackedPackage } from './support/package';

/** The scanner is ESM and loads ESLint: it gets a process of its own. */
const scan = (folder: string, patterns: string): { passed: boolean; message?: string } => {
  const program = `
    import { analyzePackage, SOURCE_FILE_PATTERNS } from '@n8n/scan-community-package/scanner/scanner.mjs';
    const result = await analyzePackage(${JSON.stringify(folder)}, ${patterns});
    process.stdout.write('\\nRESULT ' + JSON.stringify(result));
  `;
  const output = execFileSync('node', ['--input-type=module', '--eval', program], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    // Under `test`, n8n's rules take every file for one of their own examples
    env: { ...process.env, NODE_ENV: 'production' },
  });
  return JSON.parse(output.slice(output.lastIndexOf('RESULT ') + 'RESULT '.length));
};

describe("n8n's own scanner", () => {
  it('passes what is published', () => {
    expect(scan(unpackedPackage(), "['**/*.js', 'package.json']")).toEqual({ passed: true });
  });

  it('passes the sources', () => {
    expect(scan(root, 'SOURCE_FILE_PATTERNS')).toEqual({ passed: true });
  });
});

describe('the tarball', () => {
  const files = readdirSync(unpackedPackage(), { recursive: true, encoding: 'utf8' }).filter(
    (name) => statSync(join(unpackedPackage(), name)).isFile(),
  );

  it('holds the build, the licence and the description, and nothing else', () => {
    const others = files.filter((name) => !name.startsWith('dist/'));
    expect(others.filter((name) => !/^(LICENSE|README\.md|package\.json)$/.test(name))).toEqual([]);
    const folders = new Set(files.filter((n) => n.startsWith('dist/')).map((n) => n.split('/')[1]));
    expect([...folders].sort()).toEqual(['core', 'credentials', 'icons', 'nodes', 'vendor']);
    expect(files.filter((name) => /\.test\.|sandbox/.test(name))).toEqual([]);
  });

  it('is small', () => {
    expect(statSync(tarball()).size).toBeLessThan(500_000);
  });

  it('needs nothing at run time but n8n-workflow', () => {
    const { dependencies, peerDependencies } = JSON.parse(
      readFileSync(join(unpackedPackage(), 'package.json'), 'utf8'),
    );
    expect({ dependencies, peerDependencies }).toEqual({
      dependencies: undefined,
      peerDependencies: { 'n8n-workflow': '*' },
    });
    const imported = files
      .filter((name) => name.endsWith('.js'))
      .flatMap((name) => [
        ...readFileSync(join(unpackedPackage(), name), 'utf8').matchAll(
          /require\("([^."][^"]*)"\)/g,
        ),
      ])
      .map(([, module]) => module);
    expect([...new Set(imported)].sort()).toEqual(['n8n-workflow', 'node:crypto']);
  });
});
