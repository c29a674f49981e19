/**
 * Text with its C0 controls (but tab and line ends), DEL and the two non-characters replaced: XML forbids most of them,
 * and PostgreSQL cannot hold NUL. C1 controls stay: they are the trace of a broken encoding. Halves of a surrogate pair
 * become U+FFFD.
 */
export function replaceControls(text: string, by: string): string {
  let parts: string[] | null = null
  let done = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit > 0x1f && unit !== 0x7f && unit < 0xfffe) continue
    if (unit === 0x09 || unit === 0x0a || unit === 0x0d) continue
    parts ??= []
    parts.push(text.slice(done, i))
    done = i + 1
  }
  parts?.push(text.slice(done))
  const printable = parts === null ? text : parts.join(by)
  return /[\ud800-\udfff]/.test(printable) ? printable.replace(/\p{Cs}/gu, '\ufffd') : printable
}
