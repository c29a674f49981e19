import { layNetwork, type NetworkShape } from './lay-network.ts'

// The page goes on while a large network finds its places.
self.addEventListener('message', ({ data }: MessageEvent<NetworkShape>) => {
  const places = layNetwork(data)
  self.postMessage(places)
})
