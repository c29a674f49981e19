/**
 * Writes docs/reference from the built code: the commands as they describe themselves, the API as it does.
 *
 * With `--check` nothing is written, and a difference ends with status 1.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { commands } from '../dist/cli/commands.js'
import { describeCommand, describeCommands } from '../dist/cli/describe-commands.js'
import { readVersion } from '../dist/cli/read-version.js'
import { describeRoutes } from '../dist/http/describe-routes.js'

const plain = { colours: { bold: (text) => text } }
const head = (title) => `# ${title}\n\nWritten by \`npm run docs\` from the code.\n`
const block = (text) => `\`\`\`\n${text.trimEnd()}\n\`\`\`\n`

async function commandReference() {
  const parts = [head('Commands'), block(describeCommands(commands, plain))]
  for (const { name, load } of commands) {
    const { command } = await load()
    parts.push(`## hearsay ${name}\n`, block(describeCommand(command, plain)))
  }
  return parts.join('\n')
}

async function routeReference() {
  const { paths } = await describeRoutes(await readVersion())
  const parts = [
    head('HTTP API'),
    'The whole description, with every schema, is served as OpenAPI 3.1 at `/api/openapi.json`.\n',
  ]
  for (const [path, operations] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      parts.push(
        `## ${method.toUpperCase()} ${path}\n`,
        `${operation.summary}${operation.description ? `. ${operation.description}` : '.'}\n`,
      )
      const parameters = (operation.parameters ?? []).map(
        ({ name, in: where, required, description }) =>
          `| \`${name}\` | ${where}${required ? ', required' : ''} | ${description ?? ''} |`,
      )
      if (parameters.length > 0)
        parts.push(`| parameter | where | |\n|---|---|---|\n${parameters.join('\n')}\n`)
      const answers = Object.entries(operation.responses).map(
        ([status, { description }]) => `- ${status}: ${description}`,
      )
      parts.push(`${answers.join('\n')}\n`)
    }
  }
  return parts.join('\n')
}

const files = {
  'docs/reference/cli.md': await commandReference(),
  'docs/reference/http.md': await routeReference(),
}
await mkdir('docs/reference', { recursive: true })
for (const [file, content] of Object.entries(files)) {
  if (!process.argv.includes('--check')) await writeFile(file, content)
  else if ((await readFile(file, 'utf8').catch(() => '')) !== content) {
    console.error(`${file} is not what the code says. Run: npm run docs`)
    process.exitCode = 1
  }
}
