import { useQuery } from '@tanstack/react-query'
import type { Scope } from '../src/records/scopes.ts'
import { meQuery } from './client/me.ts'

/** Who is at the desk. Until that is known nobody may do anything: what then vanishes should not have been offered. */
export function useUser() {
  const { data: me } = useQuery(meQuery)
  return {
    /** Whether it is known yet who is there. */
    isKnown: me !== undefined,
    /** Their name, where people have accounts; null on a server for its machine alone. */
    name: me?.hasAccounts === true ? me.name : null,
    /** Whether the server would let them; it asks again itself. */
    may: (scope: Scope): boolean => me?.scopes.includes(scope) === true,
  }
}
