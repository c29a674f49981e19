import type { MiddlewareHandler } from 'hono'
import ipaddr from 'ipaddr.js'
import { isLoopback } from '../records/is-loopback.ts'
import type { DoorEnv } from './app-dependencies.ts'
import { respondWithProblem } from './respond-with-problem.ts'

/**
 * Refuses a request that names a host that this server does not have.
 *
 * A page on evil.example whose name is made to resolve to this machine (DNS rebinding) still sends `Host: evil.example`,
 * and stops here. Without accounts, whoever can talk to the port can read the ledger: then only this machine’s own
 * names pass, and nothing that says it came through a proxy, which talks to the port from this machine.
 */
export const requireKnownHost: MiddlewareHandler<DoorEnv> = async (c, next) => {
  const { guard } = c.var.dependencies
  const host = c.req.header('host') ?? new URL(c.req.url).host
  const name = host.replace(/:\d+$/, '').toLowerCase()
  if (guard === undefined) {
    if (!isLoopback(name))
      return refuse(
        c,
        `This server answers to localhost, 127.0.0.1 and [::1] only; the request named “${host}”.`,
      )
    const proxy = proxyHeaders.find((header) => c.req.header(header) !== undefined)
    if (proxy !== undefined)
      return refuse(
        c,
        `The request came through a proxy (${proxy}), and this server has no accounts. Start it with --public-url, which asks for them.`,
      )
    return next()
  }
  const names = [guard.publicUrl.hostname, ...guard.hosts]
  if (isLoopback(name) || names.includes(name)) return next()
  // Whoever listens on every address cannot list them; a name that is an address is nobody’s to rebind.
  if (guard.hosts.some(isEveryAddress) && isAddress(name)) return next()
  return refuse(
    c,
    `This server does not answer to “${host}”. Start it with --public-url if that is its name.`,
  )
}

const proxyHeaders = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip']

const refuse = (c: Parameters<typeof respondWithProblem>[0], detail: string) =>
  respondWithProblem(c, 421, { code: 'invalid-request', detail })

const isAddress = (name: string): boolean => ipaddr.isValid(name.replace(/^\[(.*)\]$/, '$1'))
const isEveryAddress = (host: string): boolean => host === '0.0.0.0' || host === '[::]'
