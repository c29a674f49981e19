/** What a data package (Frictionless) says of the files in it: digests by path. */
export type PackageDigests = ReadonlyMap<string, string>

/** Reads the `datapackage.json` of a WACZ; null when it is none. Never throws. */
export function readDataPackage(json: string): PackageDigests | null {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return null
  }
  const resources =
    typeof value === 'object' && value !== null && 'resources' in value ? value.resources : null
  if (!Array.isArray(resources)) return null
  const digests = new Map<string, string>()
  for (const resource of resources as unknown[]) {
    if (typeof resource !== 'object' || resource === null || !('path' in resource) || !('hash' in resource))
      continue
    const { path, hash } = resource
    if (typeof path === 'string' && typeof hash === 'string') digests.set(path, hash)
  }
  return digests
}
