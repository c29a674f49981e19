import { useEffect, useState } from 'react'
import type { NetworkShape } from './lay-network.ts'

/** The places of a network’s nodes, found beside the page; null until they are. Keep `shape` the same between renders. */
export function useLayout(shape: NetworkShape): Float64Array | null {
  const [found, setFound] = useState<{ shape: NetworkShape; places: Float64Array } | null>(null)
  useEffect(() => {
    const worker = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' })
    worker.addEventListener('message', ({ data }: MessageEvent<Float64Array>) => {
      setFound({ shape, places: data })
      worker.terminate()
    })
    worker.postMessage(shape)
    return () => worker.terminate()
  }, [shape])
  return found?.shape === shape ? found.places : null
}
