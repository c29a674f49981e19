/**
 * A round of collecting over made-up sites on this machine: feeds asked, pages fetched, read in fast mode and kept; the
 * same with reading left out; a second round, in which every page answers 304; and what else one might put together,
 * which fetches the same pages as politely and takes the text out, but neither reads nor keeps.
 *
 *     npm run bench -- collecting [feeds] [pages] [hosts]
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'

const start = (...args) => fork(fileURLToPath(new URL('./collecting-process.mjs', import.meta.url)), args)

export async function run([feeds = '500', pages = '1500', hosts = '50']) {
  const server = start('serve', feeds, pages, hosts)
  const [{ port }] = await once(server, 'message')
  console.log(`${feeds} feeds, ${pages} pages of some 60 kB, ${hosts} hosts, ${availableParallelism()} cores`)
  console.log(
    '                       by the clock            processor time   asked of one  peak      requests',
  )
  try {
    for (const role of ['hearsay', 'hearsay-unread', 'peer']) {
      const child = start(role, feeds, hosts, port)
      child.on('message', async (phase) => {
        server.send('count')
        const [{ most, requests }] = await once(server, 'message')
        console.log(toRow(role, { ...phase, most, requests }))
        child.send('go on')
      })
      await once(child, 'exit')
    }
  } finally {
    server.kill()
  }
}

function toRow(role, { name, count, failed, wallMs, cpuMs, peakMb, most, requests }) {
  const cells = [
    `${role} ${name}`.padEnd(22),
    `${String(count).padStart(5)} in ${(wallMs / 1000).toFixed(1).padStart(6)} s,`,
    `${(count / (wallMs / 1000)).toFixed(1).padStart(6)}/s`,
    `${(cpuMs / count).toFixed(1).padStart(8)} ms each`,
    `${String(most).padStart(8)} at a time`,
    `${peakMb.toFixed(0).padStart(5)} MB`,
    `${String(requests).padStart(7)}`,
    failed > 0 ? `${failed} failed` : '',
  ]
  return cells.join('  ').trimEnd()
}
