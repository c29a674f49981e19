/**
 * Text that is safe to print beside box drawing: every white space a plain one, and what steers a terminal or
 * turns its writing direction a replacement character. The length in UTF-16 code units stays, so spans still fit.
 */
export const toShowable = (text: string): string => text.replace(/\s/g, ' ').replace(steering, '\ufffd')

// C0 and C1 controls, bidirectional marks, embeddings, overrides and isolates.
const steering = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu
