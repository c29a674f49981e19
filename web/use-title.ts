import { useEffect } from 'react'
import { strings } from './strings.ts'

/** Names the page in the browser’s tab and history. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title === strings.product ? title : `${title} · ${strings.product}`
  }, [title])
}
