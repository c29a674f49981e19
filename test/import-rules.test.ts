import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { expect, test } from 'vitest'

interface Rule {
  readonly name: string
}
const config = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as {
  readonly forbidden: readonly Rule[]
  readonly options: object
}

/** For every rule one import that breaks it: file, and what the file imports. */
const breaches: readonly (readonly [rule: string, file: string, imports: string, asType?: boolean])[] = [
  ['no-cycles', 'src/read/a.ts', './b.ts'],
  ['records-import-nothing', 'src/records/a.ts', '../ledger/a.ts'],
  ['collect-knows-no-other-room', 'src/collect/a.ts', '../extract/a.ts'],
  ['extract-knows-no-other-room', 'src/extract/a.ts', '../read/a.ts'],
  ['resources-knows-no-other-room', 'src/resources/a.ts', '../read/a.ts'],
  ['read-knows-no-other-room', 'src/read/a.ts', '../resources/a.ts'],
  ['weigh-knows-no-other-room', 'src/weigh/a.ts', '../ledger/a.ts'],
  ['review-knows-no-other-room', 'src/review/a.ts', '../weigh/a.ts'],
  ['ledger-knows-no-other-room', 'src/ledger/a.ts', '../weigh/a.ts'],
  ['export-knows-no-other-room', 'src/export/a.ts', '../ledger/a.ts'],
  ['read-and-weigh-are-pure', 'src/read/a.ts', 'node:fs'],
  ['read-and-weigh-are-pure', 'src/weigh/a.ts', 'hono'],
  ['only-the-ledger-touches-a-driver', 'src/jobs/a.ts', 'drizzle-orm'],
  ['jobs-open-no-door', 'src/jobs/a.ts', '../http/a.ts'],
  ['doors-skip-no-job', 'src/cli/a.ts', '../read/a.ts'],
  ['cli-opens-no-other-door', 'src/cli/a.ts', '../http/a.ts'],
  ['http-opens-no-other-door', 'src/http/a.ts', '../cli/a.ts'],
  ['mcp-opens-no-other-door', 'src/mcp/a.ts', '../http/a.ts'],
  ['web-takes-types-only', 'web/a.ts', '../src/http/a.ts'],
  ['web-knows-http-and-records', 'web/a.ts', '../src/ledger/a.ts', true],
  ['nothing-runs-from-the-workshop', 'src/index.ts', '../eval/a.ts'],
  ['resolves', 'src/index.ts', './gone.ts'],
]

async function brokenRules(file: string, imports: string, asType: boolean): Promise<string[]> {
  const root = await mkdtemp(join(tmpdir(), 'hearsay-walls-'))
  try {
    const write = async (path: string, content: string) => {
      await mkdir(dirname(join(root, path)), { recursive: true })
      await writeFile(join(root, path), content)
    }
    for (const room of [
      'records',
      'collect',
      'extract',
      'resources',
      'read',
      'weigh',
      'review',
      'ledger',
      'export',
      'jobs',
      'cli',
      'http',
      'mcp',
    ]) {
      await write(`src/${room}/a.ts`, 'export const a = 1\nexport type A = number\n')
    }
    await write('web/a.ts', 'export const a = 1\n')
    await write('eval/a.ts', 'export const a = 1\n')
    await write('src/read/b.ts', "import { a } from './a.ts'\nexport const b = a\n")
    await write(
      file,
      asType
        ? `import type { A } from '${imports}'\nexport const a: A = 1\n`
        : `import { b } from '${imports}'\nexport const a = b\n`,
    )
    const { tsConfig: _, ...options } = config.options as { tsConfig: unknown }
    const { output } = await cruise(['src', 'web', 'eval'], {
      ...options,
      baseDir: root,
      validate: true,
      ruleSet: { forbidden: [...config.forbidden] as never },
    })
    return (output as ICruiseResult).summary.violations.map(({ rule }) => rule.name)
  } finally {
    await rm(root, { recursive: true })
  }
}

test.each(
  breaches.map(([rule, file, imports, asType]) => ({ rule, file, imports, asType: asType === true })),
)('breaking $rule in $file by importing $imports is caught', async ({ rule, file, imports, asType }) => {
  expect(await brokenRules(file, imports, asType)).toContain(rule)
})

test('a house with its walls whole breaks no rule', async () => {
  expect(await brokenRules('src/cli/a.ts', '../jobs/a.ts', false)).toEqual([])
})
