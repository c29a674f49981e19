import { STATUS_CODES } from 'node:http'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { ZodError } from 'zod'
import { HearsayError, type HearsayErrorCode } from '../records/error.ts'
import type { ProblemDetails } from './problem-details.ts'

const statusByCode = {
  usage: 400,
  'invalid-request': 400,
  'not-found': 404,
  'ambiguous-id': 409,
  'out-of-date': 409,
  'ledger-locked': 503,
  'ledger-unusable': 503,
  'port-in-use': 503,
} as const satisfies Record<HearsayErrorCode, ContentfulStatusCode>

/** Answers with RFC 9457 problem details; nothing else in this door writes an error body. */
export function respondWithProblem(
  c: Context,
  status: ContentfulStatusCode,
  problem: Pick<ProblemDetails, 'code' | 'detail' | 'parameters' | 'problem'>,
): Response {
  const body: ProblemDetails = {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Error',
    status,
    ...problem,
  }
  return c.body(JSON.stringify(body), status, {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
  })
}

/** Maps what a route threw. Our own faults keep their stack in the log and show none of it to the client. */
export function respondToError(error: Error, c: Context): Response {
  if (error instanceof HearsayError) {
    return respondWithProblem(c, statusByCode[error.code], { code: error.code, detail: error.message })
  }
  if (error instanceof HTTPException && error.res !== undefined) return error.res
  if (error instanceof HTTPException) {
    return respondWithProblem(c, error.status as ContentfulStatusCode, {
      code: 'invalid-request',
      detail: error.message,
    })
  }
  console.error(`${c.req.method} ${c.req.path} failed`, error)
  return respondWithProblem(c, 500, {
    code: 'internal',
    detail: 'Hearsay failed at this request; its log says where. Other requests are not affected.',
  })
}

/** The hook of every described route: a parameter that its schema refuses is answered with 400 and its name. */
export function refuseInvalidParameters(
  outcome: { success: true } | { success: false; error: ZodError },
  c: Context,
): Response | undefined {
  if (outcome.success) return undefined
  const parameters = outcome.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((name) => ({ name, message: 'is not a parameter of this address' }))
      : [{ name: issue.path.join('.'), message: issue.message }],
  )
  const detail = parameters.map(({ name, message }) => `Parameter “${name}” ${message}.`).join(' ')
  return respondWithProblem(c, 400, { code: 'invalid-request', detail, parameters })
}
