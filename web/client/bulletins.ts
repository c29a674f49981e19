import type { Bulletin } from '../../src/records/bulletin.ts'

/** How long to wait where the server refused the stream; where it is only gone, the browser tries again itself. */
const retryMs = 10_000

/**
 * Tells what the server learns, as long as the page is shown: a browser gives a site six connections, and twenty tabs
 * must not hold them. What happened meanwhile is told when the page is shown again. Gives what ends it.
 */
export function followBulletins(tell: (bulletin: Bulletin) => void): () => void {
  let source: EventSource | null = null
  let lastId = ''
  let wasOpen = false
  let retry: ReturnType<typeof setTimeout> | undefined

  const close = () => {
    clearTimeout(retry)
    source?.close()
    source = null
  }
  const open = () => {
    close()
    source = new EventSource(`/api/stream${lastId && `?after=${encodeURIComponent(lastId)}`}`)
    source.onopen = () => {
      // Without an id to go on after, nobody can say what was missed.
      if (wasOpen && lastId === '') tell({ kind: 'gap' })
      wasOpen = true
    }
    source.onmessage = ({ data, lastEventId }: MessageEvent<string>) => {
      lastId = lastEventId
      tell(JSON.parse(data) as Bulletin)
    }
    source.onerror = () => {
      if (source?.readyState === EventSource.CLOSED) retry = setTimeout(open, retryMs)
    }
  }
  const openOrClose = () => {
    if (document.visibilityState === 'hidden') close()
    else if (source === null) open()
  }
  openOrClose()
  document.addEventListener('visibilitychange', openOrClose)
  return () => {
    document.removeEventListener('visibilitychange', openOrClose)
    close()
  }
}
