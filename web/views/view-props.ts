/** What a view shows the events of: a search, a situation, both, or everything. */
export interface ViewProps {
  /** In the search language. */
  readonly q?: string
  /** Id of the situation. */
  readonly situation?: string
}
