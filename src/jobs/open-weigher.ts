import type { Weigher } from './weigher.ts'
export async function openWeigher(): Promise<Weigher> {
  throw new Error('not yet')
}
