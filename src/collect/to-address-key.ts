const tracking =
  /^(?:utm_|mtm_|pk_|fbclid$|gclid$|dclid$|msclkid$|mc_[ce]id$|igshid$|yclid$|ref$|ref_src$|cmpid$|ocid$|smid$)/i
const twins = /^(?:www\d?|m|mobile|amp|edition)\./

/** What two addresses of one article have in common: the same for both, and for no other article’s. */
export function toAddressKey(url: string): string {
  if (!URL.canParse(url)) return url
  const { hostname, port, pathname, searchParams } = new URL(url)
  const path = decodeOr(pathname)
    .replace(/^\/amp(?=\/)|\/amp\/?$|\.amp(?=\.html?$)/g, '')
    .replace(/\/(?:index|default)\.(?:html?|php)$/i, '/')
    .replace(/(?<!\/)\/+$/, '')
  const query = [...searchParams]
    .filter(
      ([name, value]) =>
        !tracking.test(name) && !(name === 'amp' || (name === 'outputType' && value === 'amp')),
    )
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort()
    .join('&')
  const host = hostname.replace(twins, '').replace(/\.$/, '')
  const isDefault = port === '' || port === '443' || port === '80'
  return `${host}${isDefault ? '' : `:${port}`}${path === '/' ? '' : path}${query === '' ? '' : `?${query}`}`
}

function decodeOr(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}
