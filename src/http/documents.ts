import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Document } from '../records/document.ts'
import { envelopeMediaType, maxNotesBytes, parseEnvelope } from '../records/document-envelope.ts'
import { ingestOutcomeSchema } from '../records/ingest-outcome.ts'
import type { DoorEnv } from './app-dependencies.ts'
import { describeProblem } from './describe-problem.ts'
import { limitBody } from './limit-body.ts'
import { refuseInvalidParameters } from './respond-with-problem.ts'

/** 16 MiB: a saved news page is under 3 MiB, its pictures inlined under 10. */
const maxBytes = 16 * 1024 * 1024

const describeOutcome = (description: string) =>
  ({ description, content: { 'application/json': { schema: ingestOutcomeSchema } } }) as const

const tooLarge = 'The page is larger than 16 MiB. Save it without its pictures and send that.'
const limitPage = limitBody(maxBytes, tooLarge)
const limitEnvelope = limitBody(maxBytes + maxNotesBytes + 1, tooLarge)

const limitDocument: MiddlewareHandler<DoorEnv> = (c, next) =>
  (isEnvelope(c.req.header('content-type')) ? limitEnvelope : limitPage)(c, next)

const addDocument = createRoute({
  method: 'post',
  path: '/api/documents',
  operationId: 'addDocument',
  summary: 'Adds one saved page to the ledger',
  description:
    'The body is the page itself, HTML or plain text, as its bytes; or, as `application/vnd.hearsay.document`, a line of JSON with all that is known of it (`mediaType`, `charset`, `headers` of the response, `hints`, `problems`, `redirectedFrom`) and after its line feed the bytes. Adding the same page twice changes nothing.',
  tags: ['documents'],
  middleware: limitDocument,
  request: {
    query: z.strictObject({
      where: z
        .string('is missing: it names the page, by its file or address')
        .min(1, 'must not be empty')
        .max(8192, 'must not be longer than 8192 characters')
        .describe('the file’s name or the address the page was saved from'),
      date: z.iso
        .date('must be a day like 2026-03-10')
        .optional()
        .describe('when the page was published, where the page itself does not say'),
      collected: z.iso
        .datetime({ offset: true, error: 'must be an instant like 2026-03-10T08:00:00Z' })
        .optional()
        .describe('when the page was saved or fetched; now, unless given'),
    }),
    body: {
      required: true,
      content: { '*/*': { schema: { type: 'string', format: 'binary' } } },
    },
  },
  responses: {
    200: describeOutcome('The ledger has this page already.'),
    201: describeOutcome('The page was added.'),
    422: describeOutcome('The page gives no article; `problems` says why.'),
    400: describeProblem('A parameter is wrong, and `parameters` names it; or the line of JSON is.'),
    403: describeProblem('A page of another origin sent it.'),
    413: describeProblem('The page is larger than 16 MiB.'),
    415: describeProblem('The page is wrapped in a form.'),
  },
})

const statusByOutcome = { added: 201, unchanged: 200, failed: 422 } as const

/** Media types that a client writes when it does not know; the page’s first bytes tell more. */
const sayNothing = new Set(['application/octet-stream', 'application/x-www-form-urlencoded'])

/** Documents: one comes in, with what became of it as the answer. */
export const documentRoutes = new OpenAPIHono<DoorEnv>({ defaultHook: refuseInvalidParameters }).openapi(
  addDocument,
  async (c) => {
    const { where, date = null, collected } = c.req.valid('query')
    const { mediaType, charset } = parseContentType(c.req.header('content-type'))
    if (mediaType === 'multipart/form-data') {
      throw new HTTPException(415, {
        message:
          'The body must be the page itself, not a form that holds it: `curl --data-binary @page.html`, not `-F`.',
      })
    }
    const body = new Uint8Array(await c.req.arrayBuffer())
    const sent = isEnvelope(mediaType)
      ? parseEnvelope(body)
      : {
          bytes: body,
          notes: {
            mediaType: mediaType === null || sayNothing.has(mediaType) ? null : mediaType,
            charset,
            headers: {},
          },
        }
    if (sent === null) {
      throw new HTTPException(400, {
        message: `The body is no ${envelopeMediaType}: it must begin with a line of JSON, of 1 MiB at most, that says what is known of the page.`,
      })
    }
    if (sent.bytes.length > maxBytes) throw new HTTPException(413, { message: tooLarge })
    const document: Document = {
      ...sent.notes,
      where,
      bytes: sent.bytes,
      collectedAt: new Date(collected ?? Date.now()).toISOString(),
    }
    for await (const outcome of c.var.dependencies.ingest(only(document), { date })) {
      return c.json(outcome, statusByOutcome[outcome.outcome])
    }
    throw new Error(`The walk gave no outcome for ${where}`)
  },
)

const isEnvelope = (contentType: string | null | undefined): boolean =>
  parseContentType(contentType ?? undefined).mediaType === envelopeMediaType

async function* only(document: Document): AsyncGenerator<Document> {
  yield document
}

function parseContentType(header: string | undefined): { mediaType: string | null; charset: string | null } {
  const [mediaType = '', ...parameters] = (header ?? '').split(';').map((part) => part.trim().toLowerCase())
  const charset = parameters
    .find((parameter) => parameter.startsWith('charset='))
    ?.slice('charset='.length)
    .replaceAll('"', '')
  return { mediaType: mediaType || null, charset: charset || null }
}
