import { hc } from 'hono/client'
import type { App } from '../../src/http/create-app.ts'
import type { ProblemDetails } from '../../src/http/problem-details.ts'
import { strings } from '../strings.ts'

/** The typed client of the API; by way of `reach` alone. */
export const client = hc<App>(window.location.origin)

/** A request that the server refused or that never reached it; the message can be shown as it is. */
export class RequestFailure extends Error {
  /** HTTP status; null when no server answered. */
  readonly status: number | null

  constructor(message: string, status: number | null) {
    super(message)
    this.name = 'RequestFailure'
    this.status = status
  }
}

/** Waits for an answer, whatever its status. @throws {RequestFailure} where none comes. */
export async function reach<
  Answer extends { readonly ok: boolean; readonly status: number; json(): Promise<unknown> },
>(request: Promise<Answer>): Promise<Answer> {
  let answer: Answer
  try {
    answer = await request
  } catch {
    throw new RequestFailure(strings.trouble.unreachable, null)
  }
  return answer
}

/** What a refusal says. */
export async function toFailure(answer: {
  readonly status: number
  json(): Promise<unknown>
}): Promise<RequestFailure> {
  const problem = (await answer.json().catch(() => null)) as ProblemDetails | null
  return new RequestFailure(problem?.detail ?? `HTTP ${answer.status}`, answer.status)
}
