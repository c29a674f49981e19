/**
 * Puts text on the clipboard that may still be on its way: browsers want to be asked while the click lasts.
 *
 * @throws where the text does not come, or the browser gives no clipboard: without HTTPS, or when it was forbidden.
 */
export async function copyText(coming: Promise<string>): Promise<void> {
  const { clipboard } = navigator as Partial<Navigator>
  if (clipboard === undefined) throw new Error('This page has no clipboard.')
  if (typeof ClipboardItem === 'undefined') await clipboard.writeText(await coming)
  else {
    const words = coming.then((text) => new Blob([text], { type: 'text/plain' }))
    await clipboard.write([new ClipboardItem({ 'text/plain': words })])
  }
}
