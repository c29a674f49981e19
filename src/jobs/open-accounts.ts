import { APIError } from 'better-auth/api'
import { betterAuth } from 'better-auth/minimal'
import { username } from 'better-auth/plugins/username'
import { accountStore } from '../ledger/account-store.ts'
import { getCookieSecret } from '../ledger/get-cookie-secret.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { accountNameSchema, passwordLength } from '../records/account.ts'
import { type Role, roles } from '../records/scopes.ts'

/** Whom a password or a cookie proves. */
export interface SignedIn {
  readonly name: string
  readonly role: Role
}

/** What a browser sends along. */
export interface Browser {
  /** Its `Cookie` header; empty where it sent none. */
  readonly cookie: string
  /** The address it asks from. */
  readonly address: string
  readonly userAgent: string
}

/** Signing in and out. Cookies are the values of `Set-Cookie` headers. */
export interface Accounts {
  /** A new session, whatever cookie was there before, and the end of that one; null when name or password are wrong. */
  readonly signIn: (
    name: string,
    password: string,
    browser: Browser,
  ) => Promise<{ readonly account: SignedIn; readonly cookies: readonly string[] } | null>
  /** Whose session the cookie names; null when none, or it is over. */
  readonly findSignedIn: (cookie: string) => Promise<SignedIn | null>
  /** Ends the session, and takes its cookies away. */
  readonly signOut: (browser: Browser) => Promise<readonly string[]>
  /** Changes one’s own password, ends every session and begins a new one; null when the old password is wrong. */
  readonly changePassword: (
    passwords: { readonly old: string; readonly new: string },
    browser: Browser,
  ) => Promise<readonly string[] | null>
}

/** 7 days: a week’s work between two sign-ins; a session is not prolonged by use. */
const sessionSeconds = 7 * 24 * 60 * 60

/**
 * Opens the accounts of a ledger, kept by better-auth: it compares passwords (scrypt), and makes, signs and ends
 * sessions. None of its own routes is served.
 *
 * @param publicUrl where people reach this server; cookies are for TLS alone where it is https.
 */
export async function openAccounts(ledger: Ledger, publicUrl: URL): Promise<Accounts> {
  const auth = betterAuth({
    baseURL: publicUrl.origin,
    secret: await getCookieSecret(ledger),
    database: accountStore(ledger),
    telemetry: { enabled: false },
    // A wrong password is no fault of ours, and the audit log tells of it.
    logger: { level: 'error' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
    },
    plugins: [
      username({
        displayUsername: false,
        minUsernameLength: 1,
        maxUsernameLength: 39,
        usernameValidator: (name) => accountNameSchema.safeParse(name).success,
      }),
    ],
    user: { additionalFields: { role: { type: [...roles], input: false } } },
    session: { expiresIn: sessionSeconds, disableSessionRefresh: true, freshAge: 0 },
    advanced: {
      cookiePrefix: 'hearsay',
      useSecureCookies: publicUrl.protocol === 'https:',
      defaultCookieAttributes: { httpOnly: true, sameSite: 'strict', path: '/' },
    },
  })

  const signOut: Accounts['signOut'] = async (browser) => {
    const { headers } = await auth.api.signOut({ headers: toHeaders(browser), returnHeaders: true })
    return headers.getSetCookie()
  }

  return {
    signOut,
    signIn: async (name, password, browser) => {
      const signedIn = await unlessRefused(() =>
        auth.api.signInUsername({
          body: { username: name, password },
          headers: toHeaders({ ...browser, cookie: '' }),
          returnHeaders: true,
        }),
      )
      if (signedIn === null) return null
      if (browser.cookie !== '') await signOut(browser)
      const { user } = signedIn.response
      return { account: toSignedIn(user), cookies: signedIn.headers.getSetCookie() }
    },
    findSignedIn: async (cookie) => {
      const found = await auth.api.getSession({ headers: new Headers({ cookie }) })
      return found === null ? null : toSignedIn(found.user)
    },
    changePassword: async (passwords, browser) => {
      const changed = await unlessRefused(() =>
        auth.api.changePassword({
          body: { currentPassword: passwords.old, newPassword: passwords.new, revokeOtherSessions: true },
          headers: toHeaders(browser),
          returnHeaders: true,
        }),
      )
      return changed === null ? null : changed.headers.getSetCookie()
    },
  }
}

const toHeaders = ({ cookie, address, userAgent }: Browser): Headers =>
  new Headers({ cookie, 'user-agent': userAgent.slice(0, 500), 'x-forwarded-for': address })

function toSignedIn(user: {
  readonly username?: string | null | undefined
  readonly role?: string | null | undefined
}): SignedIn {
  const role = roles.find((known) => known === user.role)
  if (!user.username || role === undefined) throw new Error('The account has no name or no role.')
  return { name: user.username, role }
}

/** Null where better-auth refuses: its reason is not told, since it would tell whether there is such an account. */
async function unlessRefused<Answer>(ask: () => Promise<Answer>): Promise<Answer | null> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) return null
    throw error
  }
}
