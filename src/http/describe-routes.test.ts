import { expect, test } from 'vitest'
import { articleSchema } from '../records/article.ts'
import { describeRoutes } from './describe-routes.ts'
import { routes } from './routes.ts'

const description = describeRoutes('1.2.3')
const schemas = description.components.schemas

test('every route is described, with a summary, an operation id and its failures', () => {
  const described = Object.entries(description.paths ?? {}).flatMap(([path, methods]) =>
    Object.keys(methods ?? {}).map((method) => `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
  )
  const served = routes.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method.toLowerCase()} ${path}`)
  expect(new Set(described)).toEqual(new Set(served))
  for (const methods of Object.values(description.paths ?? {})) {
    for (const operation of Object.values(methods ?? {})) {
      expect(operation).toMatchObject({ summary: expect.any(String), operationId: expect.any(String) })
      expect(Object.keys(operation.responses).some((status) => Number(status) >= 400)).toBe(true)
    }
  }
})

test('every record has its own name', () => {
  expect(Object.keys(schemas)).toEqual(
    expect.arrayContaining(
      'Article ArticleSummary Claim Credit Dropped Event Mention Modality Problem ProblemDetails Reading Report Sentence Span Statement Time Token'.split(
        ' ',
      ),
    ),
  )
})

test('every reference leads somewhere', () => {
  const references = [...JSON.stringify(description).matchAll(/"\$ref":"([^"]*)"/g)].map(([, to]) => to ?? '')
  expect(references.length).toBeGreaterThan(20)
  const names = references.map(
    (reference) => /^#\/components\/schemas\/(\w+)$/.exec(reference)?.[1] ?? reference,
  )
  expect(names.filter((name) => !(name in schemas))).toEqual([])
})

test('a field that may be null does not make its record so', () => {
  expect(schemas.Modality).toMatchObject({ type: 'string' })
  expect(schemas.Statement).toMatchObject({
    properties: {
      cue: { $ref: '#/components/schemas/Span' },
      source: { anyOf: [{ $ref: '#/components/schemas/Span' }, { type: 'null' }] },
      modality: { anyOf: [{ $ref: '#/components/schemas/Modality' }, { type: 'null' }] },
    },
  })
})

test('a record is described as it is defined, and may grow', () => {
  const article = schemas.Article as { properties: object; additionalProperties?: boolean }
  expect(Object.keys(article.properties)).toEqual(Object.keys(articleSchema.unwrap().shape))
  expect(article.additionalProperties).toBeUndefined()
})
