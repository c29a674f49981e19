import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serve } from './serve.ts'
import { serveDesk } from './serve-desk.ts'

let folder: string
let webRoot: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hearsay-desk-'))
  webRoot = join(folder, 'web')
  await mkdir(join(webRoot, 'assets'), { recursive: true })
  await writeFile(join(webRoot, 'index.html'), '<title>The desk</title>')
  await writeFile(join(webRoot, 'assets', 'index-B4x.js'), 'console.log(1)')
  await writeFile(join(webRoot, 'assets', 'index-B4x.js.gz'), gzipSync('console.log(1)'))
  await writeFile(join(folder, 'secret.txt'), 'secret')
})
afterAll(() => rm(folder, { recursive: true }))

test('every address of the desk is its one page', async () => {
  for (const path of ['/', '/articles', '/articles/0123abcd', '/claims?article=1']) {
    const response = await serveDesk(webRoot).request(path)
    expect([path, response.status]).toEqual([path, 200])
    expect(await response.text()).toContain('The desk')
    expect(response.headers.get('content-type')).toContain('text/html')
    expect(response.headers.get('cache-control')).toBe('no-cache')
  }
})

test('a file whose name tells its content may be kept for ever', async () => {
  const response = await serveDesk(webRoot).request('/assets/index-B4x.js')
  expect(response.headers.get('content-type')).toContain('javascript')
  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
})

test('a file goes out compressed to whoever takes it so, and plain to whoever does not', async () => {
  const ask = (encoding: string) =>
    serveDesk(webRoot).request('/assets/index-B4x.js', { headers: { 'accept-encoding': encoding } })
  const packed = await ask('gzip, br')
  expect(packed.headers.get('content-encoding')).toBe('gzip')
  expect(packed.headers.get('content-type')).toContain('javascript')
  expect(packed.headers.get('vary')?.toLowerCase()).toContain('accept-encoding')
  const plain = await ask('identity')
  expect(plain.headers.get('content-encoding')).toBeNull()
  expect(await plain.text()).toBe('console.log(1)')
})

test('a missing script is missing, not the page', async () => {
  const response = await serveDesk(webRoot).request('/assets/index-old.js')
  expect(response.status).toBe(404)
  expect(response.headers.get('cache-control')).toBe('no-cache')
})

test('no address leads out of the desk’s folder', async () => {
  for (const path of [
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '/..%5c..%5csecret.txt',
    '/..\\secret.txt',
    '/%2e%2e%5csecret.txt',
    '/%252e%252e%252fsecret.txt',
    '/%c0%ae%c0%ae/secret.txt',
    '/..%00/secret.txt',
    '/../secret.txt%00.html',
    '/assets/..%2f..%2fsecret.txt%00',
    '/assets/index-B4x.js%00/..%2f..%2fsecret.txt',
    '//secret.txt',
    `/${encodeURIComponent(join(folder, 'secret.txt'))}`,
  ]) {
    const response = await serveDesk(webRoot).request(path)
    expect([path, response.status < 500]).toEqual([path, true])
    expect(await response.text()).not.toContain('secret')
  }
  // As they come over the wire: `new Request` would tidy some of them first.
  const server = await serve(serveDesk(webRoot), { hostname: '127.0.0.1', port: 0 })
  try {
    for (const path of [
      '/../secret.txt',
      '/./../secret.txt',
      '/assets/../../secret.txt',
      '/..\\secret.txt',
      '/..%2fsecret.txt',
      '/%2e%2e/secret.txt%00',
      '/..%00/secret.txt',
    ]) {
      const { status, text } = await askAsItIs(server.url, path)
      expect([path, status < 500, text.includes('secret')]).toEqual([path, true, false])
    }
  } finally {
    await server.close()
  }
})

function askAsItIs(url: string, path: string): Promise<{ status: number; text: string }> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, agent: false }, async (response) => {
      let text = ''
      for await (const part of response) text += part
      resolve({ status: response.statusCode ?? 0, text })
    })
      .once('error', reject)
      .end()
  })
}

test('without a build the desk says how to make one', async () => {
  for (const missing of [null, join(folder, 'nowhere')]) {
    const response = await serveDesk(missing).request('/')
    expect(response.status).toBe(503)
    expect(await response.text()).toContain('npm run build')
  }
})
