import 'reflect-metadata';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ICredentialType, INodeType, INodeTypes, IVersionedNodeType } from 'n8n-workflow';
import { unpackedPackage } from './package';

// n8n-core keeps its encryption key there
process.env.N8N_USER_FOLDER ??= mkdtempSync(join(tmpdir(), 'alertwire-n8n-user-'));
process.env.N8N_LOG_LEVEL ??= 'silent';

import { PackageDirectoryLoader } from 'n8n-core';
import { NodeHelpers } from 'n8n-workflow';
import { startNode } from './start-node';

export interface Host {
  readonly loader: PackageDirectoryLoader;
  readonly nodeTypes: INodeTypes;
  node(name: string): INodeType;
  credential(name: string): ICredentialType;
}

export const PACKAGE = 'n8n-nodes-alertwire';

/** The packed package, loaded by n8n's own loader. */
export async function loadHost(): Promise<Host> {
  const loader = new PackageDirectoryLoader(unpackedPackage());
  await loader.loadAll();
  const find = (type: string): INodeType | IVersionedNodeType =>
    type === startNode.description.name ? startNode : loader.getNode(type.split('.')[1] ?? '').type;
  const nodeTypes: INodeTypes = {
    getByName: find,
    getByNameAndVersion: (type, version) => NodeHelpers.getVersionedNodeType(find(type), version),
    getKnownTypes: () => loader.known.nodes,
  };
  return {
    loader,
    nodeTypes,
    node: (name) => loader.getNode(name).type as INodeType,
    credential: (name) => loader.getCredential(name).type,
  };
}
