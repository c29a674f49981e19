import { type AddressInfo, isIPv6 } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { HearsayError } from '../records/error.ts'

/** What can answer a request: a Hono app. */
interface Answering {
  readonly fetch: (request: Request) => Response | Promise<Response>
}

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
  options: { readonly hostname: string; readonly port: number },
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const { hostname, port } = options
  const server = createAdaptorServer({ fetch: app.fetch, hostname })
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
