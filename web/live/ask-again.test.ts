import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { askAgain } from './ask-again.ts'

/** A query that is shown, and whose answers are given by hand. */
function show(client: QueryClient) {
  const answers: ((answer: string) => void)[] = []
  const observer = new QueryObserver<string>(client, {
    queryKey: ['article'],
    queryFn: () => new Promise((resolve) => answers.push(resolve)),
  })
  observer.subscribe(() => {})
  return { observer, answers }
}
const settle = () => new Promise((resolve) => setTimeout(resolve, 10))

test('an answer on its way is not kept: the next one is', async () => {
  const client = new QueryClient()
  const { observer, answers } = show(client)
  answers[0]?.('first')
  await settle()
  void client.refetchQueries()
  await settle()
  const again = askAgain(client)
  await settle()
  expect(answers).toHaveLength(3)
  answers[2]?.('of after the act')
  answers[1]?.('of before the act')
  await again
  expect(observer.getCurrentResult().data).toBe('of after the act')
})

test('what waits for its first answer is asked once more', async () => {
  const client = new QueryClient()
  const { observer, answers } = show(client)
  const again = askAgain(client)
  answers[0]?.('of before the act')
  await settle()
  expect(answers).toHaveLength(2)
  answers[1]?.('of after the act')
  await again
  expect(observer.getCurrentResult().data).toBe('of after the act')
})
