import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { NodeMessage } from 'node-red';
import { machineNode, packagedNode } from './node-binaries';
import { checkout } from './package-under-test';
import { createUserDir } from './user-dir';

export type Version = '4.1' | '5.0';

export interface Settings {
  readonly version?: Version;
  readonly userDir?: string;
  readonly adminRoot?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** More for settings.js. */
  readonly more?: Readonly<Record<string, unknown>>;
}

export interface FlowNode {
  readonly id: string;
  readonly type: string;
  readonly [key: string]: unknown;
}

export interface Told {
  readonly event: string;
  readonly sink?: string;
  readonly id?: string;
  readonly level?: number;
  readonly text?: string;
  readonly port?: number;
  readonly status?: { readonly fill?: string; readonly text?: string };
  readonly message?: NodeMessage & Readonly<Record<string, never>>;
  readonly data?: { readonly msg?: string };
  readonly call?: number;
  readonly result?: unknown;
  readonly error?: string;
}

const packages = { '4.1': 'node-red-4', '5.0': 'node-red' } as const;

/** A real Node-RED in a process of its own, with the package as npm would install it. */
export class Runtime {
  /** Everything it told, in order. */
  readonly told: Told[] = [];
  private readonly watchers = new Set<() => void>();
  private calls = 0;
  private port = 0;

  private constructor(
    private readonly child: ChildProcess,
    readonly userDir: string,
    private readonly adminRoot: string,
  ) {
    child.on('message', (told: Told) => this.take(told));
    child.on('exit', (code, signal) => this.take({ event: 'exit', text: `${code ?? signal}` }));
    child.stderr?.on('data', (chunk) => this.take({ event: 'stderr', text: String(chunk) }));
    child.stdout?.on('data', (chunk) => this.take({ event: 'stdout', text: String(chunk) }));
  }

  static async start(settings: Settings = {}): Promise<Runtime> {
    const { version = '5.0', adminRoot = '/', userDir = createUserDir(), env = {} } = settings;
    const given = {
      nodeRed: join(checkout, 'node_modules', packages[version]),
      settings: {
        httpAdminRoot: adminRoot,
        httpNodeRoot: '/',
        userDir,
        nodesDir: [join(__dirname, 'test-nodes')],
        flowFile: 'flows.json',
        credentialSecret: 'for tests',
        editorTheme: { tours: false },
        telemetry: { enabled: false, updateNotification: false },
        ...settings.more,
      },
    };
    const child = fork(join(__dirname, 'runtime-child.cjs'), [JSON.stringify(given)], {
      execPath: version === '4.1' ? machineNode() : packagedNode(),
      execArgv: [],
      env: { ...withoutProxies(process.env), ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const runtime = new Runtime(child, userDir, adminRoot);
    const { port } = await runtime.until((told) => told.event === 'ready' && told);
    runtime.port = port ?? 0;
    return runtime;
  }

  /** The address of a path of a flow. */
  url(path: string): string {
    return `http://127.0.0.1:${this.port}${path}`;
  }

  /** The address of a path of the editor. */
  admin(path: string): string {
    return this.url(`${this.adminRoot}/${path}`.replace(/\/{2,}/g, '/'));
  }

  /** Deploys and waits until the flows run. */
  async deploy(flow: readonly FlowNode[], type = 'full'): Promise<void> {
    const from = this.told.length;
    const answer = await fetch(this.admin('flows'), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'Node-RED-Deployment-Type': type },
      body: JSON.stringify(flow),
    });
    if (!answer.ok) throw new Error(`The flow was refused: ${await answer.text()}`);
    await this.until((told) => told.event === 'started', from);
  }

  /** The first thing told that the question has an answer to. */
  until<T>(question: (told: Told) => T | false | undefined, from = 0): Promise<T> {
    return new Promise((resolve, reject) => {
      let next = from;
      const look = () => {
        while (next < this.told.length) {
          const told = this.told[next++];
          const answer = question(told);
          if (answer !== false && answer !== undefined) return finish(() => resolve(answer));
          if (told.event === 'exit' || told.event === 'failed') {
            const story = this.told.map(({ text }) => text).filter(Boolean);
            return finish(() =>
              reject(new Error(`Node-RED ended: ${story.slice(-20).join('\n')}`)),
            );
          }
        }
      };
      const finish = (then: () => void) => {
        this.watchers.delete(look);
        then();
      };
      this.watchers.add(look);
      look();
    });
  }

  /** The nth message that reached a sink. */
  message(sink: string, nth = 1): Promise<NonNullable<Told['message']>> {
    let seen = 0;
    return this.until(
      (told) => told.event === 'message' && told.sink === sink && ++seen === nth && told.message,
    );
  }

  messages(sink: string): NonNullable<Told['message']>[] {
    return this.told.flatMap((told) => (told.sink === sink && told.message ? [told.message] : []));
  }

  status(id: string, text: RegExp, from = 0): Promise<Told> {
    return this.until(
      (told) =>
        told.event === 'status' && told.id === id && text.test(told.status?.text ?? '') && told,
      from,
    );
  }

  logs(id?: string): string[] {
    return this.told.flatMap((told) =>
      told.event === 'log' && (!id || told.id === id) ? [told.text ?? ''] : [],
    );
  }

  /** Gives a message to a node. */
  receive(id: string, message: object): Promise<unknown> {
    return this.call('receive', { id, message });
  }

  /** As a crash would end it: nothing is closed, nothing is flushed. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended();
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    this.child.kill('SIGKILL');
    await this.ended();
  }

  private async ended(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null)
      await once(this.child, 'exit');
  }

  private async call(command: string, given: object): Promise<unknown> {
    const call = ++this.calls;
    this.child.send({ call, command, given });
    const reply = await this.until((told) => told.event === 'reply' && told.call === call && told);
    if (reply.error) throw new Error(reply.error);
    return reply.result;
  }

  private take(told: Told): void {
    this.told.push(told);
    for (const look of [...this.watchers]) look();
  }
}

const withoutProxies = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !/_proxy$/i.test(name)));
