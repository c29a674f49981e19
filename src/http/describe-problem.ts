import { problemDetailsSchema } from './problem-details.ts'

/** A response of a route’s description that carries problem details. */
export const describeProblem = (description: string) =>
  ({ description, content: { 'application/problem+json': { schema: problemDetailsSchema } } }) as const
