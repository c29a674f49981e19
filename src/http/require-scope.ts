import type { MiddlewareHandler } from 'hono'
import type { Scope } from '../records/scopes.ts'
import type { DoorEnv } from './app-dependencies.ts'
import { respondWithProblem } from './respond-with-problem.ts'
import { isSafe } from './safe-methods.ts'

/** What a route and all below it need; the first that fits counts. */
interface Rule {
  /** `*` stands for one part of it, whatever it is. */
  readonly path: string
  /** `ask`: GET and HEAD; `change`: every other method; both unless said. `post`: that method alone. */
  readonly when?: 'ask' | 'change' | 'post'
  /** `nothing` lets everybody in. */
  readonly needs: Scope | 'nothing'
}

/**
 * What each route needs, in one place. What is not listed needs `read` to be asked and `admin` to change anything, so
 * that a route which is forgotten here is closed.
 */
const rules: readonly Rule[] = [
  { path: '/api/sign-in', needs: 'nothing' },
  // What everybody may do to their own account.
  { path: '/api/sign-out', needs: 'read' },
  { path: '/api/me', needs: 'read' },
  { path: '/api/accounts', needs: 'admin' },
  { path: '/api/tokens', needs: 'admin' },
  { path: '/api/audit', needs: 'admin' },
  { path: '/api/reviews', when: 'change', needs: 'review' },
  // What one has seen is one’s own affair, and a preview keeps nothing.
  { path: '/api/situations/*/visit', when: 'post', needs: 'read' },
  { path: '/api/situations/preview', when: 'post', needs: 'read' },
  { path: '/api/situations', when: 'change', needs: 'review' },
  { path: '/api/searches', when: 'change', needs: 'review' },
  { path: '/api/grades', when: 'change', needs: 'review' },
  { path: '/api/notes', when: 'change', needs: 'review' },
]

/** What a request needs; its path as the router sees it. */
export function toNeed(method: string, path: string): Rule['needs'] {
  const when = isSafe(method) ? 'ask' : 'change'
  const rule = rules.find(
    (known) =>
      (known.when === 'post' ? method === 'POST' : (known.when ?? when) === when) &&
      isBelow(path, known.path),
  )
  return rule?.needs ?? (when === 'ask' ? 'read' : 'admin')
}

/** Whether a path is this one, or goes on from it. */
function isBelow(path: string, known: string): boolean {
  const parts = path.split('/')
  return known.split('/').every((part, i) => part === parts[i] || (part === '*' && Boolean(parts[i])))
}

/** Answers 401 to who has shown nothing valid, and 403 to who may not. */
export const requireScope: MiddlewareHandler<DoorEnv> = async (c, next) => {
  const need = toNeed(c.req.method, c.req.path)
  const { user, asker } = c.var
  if (need === 'nothing' || user.scopes.includes(need)) return next()
  if (asker.way === null) {
    const response = respondWithProblem(c, 401, {
      code: 'not-signed-in',
      detail:
        c.req.header('authorization') === undefined
          ? 'Sign in, or send a token: Authorization: Bearer hearsay_…'
          : 'The token is unknown, was revoked, or its time is over.',
    })
    response.headers.set('www-authenticate', 'Bearer realm="Hearsay"')
    return response
  }
  return respondWithProblem(c, 403, {
    code: 'not-allowed',
    detail: `This needs the scope ${need}; ${user.name} has ${user.scopes.join(', ') || 'none'}.`,
  })
}
