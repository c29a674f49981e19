#!/usr/bin/env node
import { openIo } from './io.ts'
import { runCli } from './run-cli.ts'

const controller = new AbortController()
process.once('SIGINT', () => controller.abort())
process.once('SIGTERM', () => controller.abort())
// A reader that closes the pipe (“| head”) has seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})
process.exitCode = await runCli(process.argv.slice(2), openIo(process), controller.signal)
