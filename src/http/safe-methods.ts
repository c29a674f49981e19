const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Whether a request with this method changes nothing (RFC 9110, 9.2.1). One that nobody knows may. */
export const isSafe = (method: string): boolean => safeMethods.has(method)
