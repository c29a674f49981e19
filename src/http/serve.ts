import { type AddressInfo, isIPv6 } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { HearsayError } from '../records/error.ts'

/** What can answer a request: a Hono app. */
interface Answering {
  readonly fetch: (request: Request) => Response | Promise<Response>
}

/** How long a client may take. What it is answered may take as long as it needs: a stream never ends. */
interface Patience {
  /** Until the headers of a request have come; counted from the connection for the first. */
  readonly headersMs: number
  /** Until all of a request has come. */
  readonly requestMs: number
  /** Between two requests. */
  readonly idleMs: number
  /** How often the first two are looked at. */
  readonly checkMs: number
}

/**
 * Who opens connections and says nothing is let go soon, so that they cannot hold all there are. A large document over a
 * slow line has its time: 64 MB at 2 Mbit/s take 4 minutes. Proxies keep idle connections for 60 s (nginx) or 120 s
 * (Caddy), and one that we close as they reuse it fails a request.
 */
const usual: Patience = { headersMs: 15_000, requestMs: 300_000, idleMs: 125_000, checkMs: 5_000 }

/** How long a response that is being written may still take once the server is told to close. */
const graceMs = 500

/**
 * Serves the app until it is closed. Port 0 takes any free one; `url` names the one taken.
 *
 * `close` stops accepting and ends idle keep-alive connections at once, and whatever is still being
 * answered half a second later.
 *
 * @throws {HearsayError} `port-in-use`, or `usage` when the address cannot be listened on.
 */
export async function serve(
  app: Answering,
  options: { readonly hostname: string; readonly port: number; readonly patience?: Patience },
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const { hostname, port, patience = usual } = options
  const server = createAdaptorServer({
    fetch: app.fetch,
    hostname,
    serverOptions: {
      headersTimeout: patience.headersMs,
      requestTimeout: patience.requestMs,
      keepAliveTimeout: patience.idleMs,
      connectionsCheckingInterval: patience.checkMs,
    },
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(toOperatorError(error, hostname, port)))
    server.listen(port, hostname, () => resolve())
  })
  const address = server.address() as AddressInfo
  return {
    url: `http://${isIPv6(hostname) ? `[${hostname}]` : hostname}:${address.port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
        if (!('closeAllConnections' in server)) return
        server.closeIdleConnections()
        setTimeout(() => server.closeAllConnections(), graceMs).unref()
      }),
  }
}

function toOperatorError(error: NodeJS.ErrnoException, hostname: string, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new HearsayError(
      'port-in-use',
      `Port ${port} on ${hostname} is in use. Stop what holds it, or take another port; port 0 takes any free one.`,
      { cause: error },
    )
  }
  if (error.code === 'EACCES') {
    return new HearsayError(
      'usage',
      `Port ${port} may not be used without privileges. Take one above 1023, or port 0 for any free one.`,
      { cause: error },
    )
  }
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new HearsayError('usage', `${hostname} is no address of this machine. Try 127.0.0.1.`, {
      cause: error,
    })
  }
  return error
}
