import './styles/base.css'
import './styles/bar.css'
import './styles/search.css'
import './styles/table.css'
import './styles/modality.css'
import './styles/weigh.css'
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { RequestFailure } from './client/reach.ts'
import { leadToSignIn } from './lead-to-sign-in.ts'
import { router } from './routes.tsx'
import './styles/print.css'

const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: leadToSignIn }),
  mutationCache: new MutationCache({ onError: leadToSignIn }),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // A refusal stays a refusal; only an unreachable server may come back.
      retry: (failures, error) => failures < 2 && !(error instanceof RequestFailure && error.status !== null),
    },
  },
})

const place = document.getElementById('desk')
if (place === null) throw new Error('index.html has no place for the desk')

createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
)
