/** What of a query was not understood, in the server’s words; the query itself stays as it was typed. */
export function QueryProblems({ problems }: { readonly problems: readonly string[] }) {
  if (problems.length === 0) return null
  return (
    <div className="query-problems failed" role="alert">
      {problems.map((problem) => (
        <p key={problem}>{problem}</p>
      ))}
    </div>
  )
}
