/**
 * A number from -1 to 1 that belongs to an address, the same in every process: what is planned for thousands of
 * addresses at one moment comes due spread out.
 */
export function toJitter(address: string): number {
  // FNV-1a, then mixed: addresses that differ in their last letter alone shall not come due together.
  let hash = 0x811c9dc5
  for (let i = 0; i < address.length; i++) hash = Math.imul(hash ^ address.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 0x7fffffff - 1
}
