/** A link between two nodes, the lesser id first. */
export interface HeldLink<Link = unknown> {
  readonly a: string
  readonly b: string
  readonly record: Link
}

/** The links of whole components, by their names; those that were not asked for longest are let go. */
export class LinkMemory {
  readonly #linksOf = new Map<string, readonly HeldLink[]>()
  readonly #most: number
  #count = 0
  /** What is held of what a link says. */
  readonly toHeld: (record: unknown) => unknown

  constructor(most: number, toHeld: (record: unknown) => unknown = (record) => record) {
    this.#most = most
    this.toHeld = toHeld
  }

  /** The links of a component, which are then forgotten, since it is about to change; null where they are not known. */
  take(componentId: string): readonly HeldLink[] | null {
    const links = this.#linksOf.get(componentId)
    if (links === undefined) return null
    this.forget(componentId)
    return links
  }

  forget(componentId: string): void {
    const links = this.#linksOf.get(componentId)
    if (links === undefined) return
    this.#count -= weigh(links)
    this.#linksOf.delete(componentId)
  }

  keep(componentId: string, links: readonly HeldLink[]): void {
    this.forget(componentId)
    this.#linksOf.set(componentId, links)
    this.#count += weigh(links)
    for (const oldest of this.#linksOf.keys()) {
      if (this.#count <= this.#most) return
      this.forget(oldest)
    }
  }
}

/** A component of one node has no links, and is held all the same. */
const weigh = (links: readonly HeldLink[]) => 1 + links.length
