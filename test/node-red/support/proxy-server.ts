import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

/** A forward proxy that tunnels, and remembers where to and for whom. */
export class ProxyServer {
  readonly tunnels: { readonly to: string; readonly authorization: string | undefined }[] = [];
  private readonly sockets = new Set<Socket>();
  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async start(): Promise<ProxyServer> {
    const server = createServer((_request, response) => response.writeHead(501).end());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const proxy = new ProxyServer(server, `http://127.0.0.1:${port}`);
    server.on('connect', (request, socket: Socket, head) => {
      const to = request.url ?? '';
      proxy.tunnels.push({ to, authorization: request.headers['proxy-authorization'] });
      const [host, targetPort] = to.split(':');
      const target = connect(Number(targetPort), host, () => {
        socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
        target.write(head);
        target.pipe(socket).pipe(target);
      });
      for (const end of [socket, target]) {
        proxy.sockets.add(end);
        end.on('error', () => {});
      }
    });
    return proxy;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
