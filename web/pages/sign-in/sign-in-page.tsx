import { useMutation } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { type FormEvent, useRef, useState } from 'react'
import { signIn } from '../../client/me.ts'
import { strings } from '../../strings.ts'
import { useTitle } from '../../use-title.ts'
import './sign-in.css'
import { toNextPath } from './to-next-path.ts'

const route = getRouteApi('/sign-in')

/** Takes a name and a password, and leads to the page that was asked for. */
export function SignInPage() {
  const { next } = route.useSearch()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const passwordField = useRef<HTMLInputElement>(null)
  const entering = useMutation({
    mutationFn: signIn,
    // Loaded anew: what failed while nobody was signed in is asked again, and the stream with it.
    onSuccess: () => window.location.replace(toNextPath(next)),
    onError: () => passwordField.current?.select(),
  })
  useTitle(strings.signIn.heading)

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!entering.isPending) entering.mutate({ name, password })
  }
  return (
    <form className="sign-in" onSubmit={submit}>
      <h1>{strings.signIn.heading}</h1>
      <label>
        {strings.signIn.name}
        <input
          type="text"
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <label>
        {strings.signIn.password}
        <input
          ref={passwordField}
          type="password"
          name="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </label>
      <button type="submit" disabled={entering.isPending || entering.isSuccess}>
        {strings.signIn.submit}
      </button>
      <p className="failed" role="alert">
        {entering.error?.message}
      </p>
    </form>
  )
}
