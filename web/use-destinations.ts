import { useRouter } from '@tanstack/react-router'
import { type Destination, navigation } from './navigation.ts'

/** The pages of `navigation` that this desk has. */
export function useDestinations(): readonly Destination[] {
  const { routesByPath } = useRouter()
  return navigation.filter(({ to }) => to in routesByPath)
}
