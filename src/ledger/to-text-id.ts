import { contentAddress } from './content-address.ts'
import { toStorableText } from './to-storable-text.ts'

/** The id under which a text is reviewed: what `text_id` in the database makes of an article’s. */
export const toTextId = (text: string): string => contentAddress(toStorableText(text))
