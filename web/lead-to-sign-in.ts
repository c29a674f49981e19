import { RequestFailure } from './client/reach.ts'
import { router } from './routes.tsx'

/** Leads whom the server does not know to the page where they sign in, and from there back to where they were. */
export function leadToSignIn(error: Error): void {
  if (!(error instanceof RequestFailure && error.status === 401)) return
  const { pathname, href } = router.latestLocation
  // There a refusal is about the password, and the page says so.
  if (pathname === '/sign-in') return
  void router.navigate({ to: '/sign-in', search: { next: href }, replace: true })
}
