import type { Article } from '../records/article.ts'

/** How a wall speaks, in what was dropped from a page: “Subscribe to read the full story”. */
const wall =
  /\b(?:to (?:continue|keep) reading|(?:subscribe|register|sign (?:in|up)|log in|join) (?:now )?to (?:read|continue|keep|unlock|view|access)|(?:article|story|content) is (?:only )?(?:for|available to|reserved for|exclusive to) (?:our )?(?:\p{L}+ )?(?:subscribers|members)|for subscribers only|already a (?:subscriber|member)\?|unlock (?:this|the full|the rest))/iu

/** How much of a dropped stretch is looked at, in UTF-16 units: a wall says at once what it wants. */
const looked = 600

/** Whether the page shows a wall to its reader. Many do beside the whole text, so that alone it says nothing of the text. */
export const isBehindWall = ({ dropped }: Pick<Article, 'dropped'>): boolean =>
  dropped.some(({ text }) => wall.test(text.slice(0, looked)))
