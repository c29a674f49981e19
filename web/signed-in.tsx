import { useMutation } from '@tanstack/react-query'
import { signOut } from './client/me.ts'
import { strings } from './strings.ts'
import { useUser } from './use-user.ts'

/** Who is signed in, and the way out; nothing on a server for its machine alone. */
export function SignedIn() {
  const { name } = useUser()
  const leaving = useMutation({
    mutationFn: signOut,
    // Loaded anew, so that nothing they read stays in the memory of the page.
    onSuccess: () => window.location.replace('/sign-in'),
  })
  if (name === null) return null
  return (
    <>
      {leaving.error && (
        <span className="failed" role="alert">
          {leaving.error.message}
        </span>
      )}
      <span className="user-name">{name}</span>
      <button
        type="button"
        className="bar-button"
        title={strings.signIn.out(name)}
        aria-label={strings.signIn.out(name)}
        disabled={leaving.isPending}
        onClick={() => leaving.mutate()}
      >
        <span aria-hidden="true">⇥</span>
      </button>
    </>
  )
}
