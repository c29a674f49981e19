/** Whether a host’s name is this machine’s own; IPv6 in brackets. */
export const isLoopback = (name: string): boolean =>
  name === 'localhost' || name === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(name)
