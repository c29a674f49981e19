import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { type Context, Hono } from 'hono'

const notBuilt = `Hearsay is running, but its desk was not built.

Run \`npm run build\` in the project's folder, then start the server again.

The API answers without it: see /api/openapi.json.
`

/**
 * Serves the built desk: its files, and its one page for every address the desk routes itself.
 *
 * @param webRoot folder of the built desk; null or a folder without `index.html` is answered with how to build it.
 */
export function serveDesk(webRoot: string | null): Hono {
  const desk = new Hono()
  if (webRoot === null || !existsSync(join(webRoot, 'index.html'))) {
    return desk.get('*', (c) => c.text(notBuilt, 503))
  }
  return desk
    .use(async (c, next) => {
      await next()
      c.header('cache-control', isHashed(c) ? 'public, max-age=31536000, immutable' : 'no-cache')
    })
    .get('*', serveStatic({ root: webRoot, precompressed: true }))
    .get('*', async (c, next) => {
      // A missing script answered with the page would fail as a script, far from its cause.
      if (/\.[^/]*$/.test(c.req.path)) return c.text('Not found', 404)
      return (await servePage(webRoot)(c, next)) ?? c.text('Not found', 404)
    })
}

const servePage = (webRoot: string) => serveStatic({ root: webRoot, path: 'index.html', precompressed: true })

/** The build writes a hash of each file's content into its name under `assets/`, and nowhere else. */
const isHashed = (c: Context): boolean => c.req.path.startsWith('/assets/') && c.res.status === 200
