import {
  type ICredentialDataDecryptedObject,
  ICredentialsHelper,
  type IHttpRequestOptions,
  type INodeCredentialsDetails,
  type INodeProperties,
} from 'n8n-workflow';
import { type Host, PACKAGE } from './host';

export type CredentialData = Readonly<Record<string, ICredentialDataDecryptedObject>>;

/** n8n's side of credentials, without the database: data by credential type. */
export class TestCredentialsHelper extends ICredentialsHelper {
  constructor(
    private readonly host: Host,
    private readonly data: CredentialData,
  ) {
    super();
  }

  getParentTypes(type: string): string[] {
    return this.host.credential(type).extends ?? [];
  }

  isCredentialUsableByNode(type: string, nodeType: string): boolean {
    const { restrictToSupportedNodes, supportedNodes } = this.host.credential(type);
    return (
      !restrictToSupportedNodes ||
      (supportedNodes ?? []).includes(nodeType.replace(`${PACKAGE}.`, ''))
    );
  }

  async authenticate(
    credentials: ICredentialDataDecryptedObject,
    type: string,
    options: IHttpRequestOptions,
  ): Promise<IHttpRequestOptions> {
    const { authenticate } = this.host.credential(type);
    if (typeof authenticate !== 'function') return options;
    return authenticate(credentials, options);
  }

  async getDecrypted(
    _additional: unknown,
    _details: INodeCredentialsDetails,
    type: string,
  ): Promise<ICredentialDataDecryptedObject> {
    const found = this.data[type];
    if (!found) throw new Error(`There are no credentials of type ${type}.`);
    return { ...found };
  }

  getCredentialsProperties(type: string): INodeProperties[] {
    return this.host.credential(type).properties;
  }

  async preAuthentication(): Promise<undefined> {}
  async runPreAuthentication(): Promise<undefined> {}
  async updateCredentials(): Promise<void> {}
  async updateCredentialsOauthTokenData(): Promise<void> {}
  async getCredentials(): Promise<never> {
    throw new Error('Stored credentials are not part of these tests.');
  }
}
