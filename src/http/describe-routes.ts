import { z } from '@hono/zod-openapi'
import { routes } from './routes.ts'

/** An OpenAPI 3.1 document, as far as this door looks into it. */
export type ApiDescription = Omit<ReturnType<typeof routes.getOpenAPI31Document>, 'components'> & {
  readonly components: { readonly schemas: Readonly<Record<string, Readonly<Record<string, unknown>>>> }
}

/**
 * Describes the API as OpenAPI 3.1: every route, and every record under its own name.
 *
 * The paths are the router’s. The schemas are zod’s own JSON Schema (2020-12, which OpenAPI 3.1 is): the
 * router’s generator makes a record itself nullable wherever one field that holds it is.
 */
export function describeRoutes(version: string): ApiDescription {
  const description = routes.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Hearsay',
      version,
      description:
        'A ledger of who said what, and in which words. Every span counts in UTF-16 code units of the article’s text.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    tags: [
      { name: 'accounts', description: 'Who may use the ledger, signing in, tokens, and who did what.' },
      { name: 'articles', description: 'What was taken out of the documents, and what was read in it.' },
      { name: 'changes', description: 'What pages said before and say otherwise now.' },
      { name: 'claims', description: 'What is said across articles, and the origins that stand behind it.' },
      { name: 'documents', description: 'Pages on their way into the ledger.' },
      { name: 'feeds', description: 'What is followed, and the rounds that collect what it names.' },
      { name: 'reviews', description: 'What people said of what was read: a log that is only added to.' },
      { name: 'stories', description: 'Happenings, as outlets tell them.' },
      { name: 'server' },
    ],
  })
  return { ...description, components: { schemas: describeRecords() } }
}

/** JSON Schemas of every record that some response holds, by their names. */
function describeRecords(): ApiDescription['components']['schemas'] {
  const responses = routes.openAPIRegistry.definitions
    .flatMap((definition) => (definition.type === 'route' ? Object.values(definition.route.responses) : []))
    .flatMap((response) => ('content' in response ? Object.values(response.content ?? {}) : []))
    .flatMap((media) =>
      media && 'schema' in media && media.schema instanceof z.ZodType ? [media.schema] : [],
    )
  const { $defs = {} } = z.toJSONSchema(z.union(responses), {
    override: ({ jsonSchema }) => {
      // A later version may add fields, and every number here is far from the edge of what a double holds.
      delete jsonSchema.additionalProperties
      delete jsonSchema.readOnly
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
    },
  })
  return JSON.parse(JSON.stringify($defs).replaceAll('"#/$defs/', '"#/components/schemas/'))
}
