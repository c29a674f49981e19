/** One choice of several; its label stands before it. */
export function SelectField<Value extends string>({
  label,
  value,
  choices,
  onChoose,
}: {
  readonly label: string
  readonly value: string
  /** By the value, in order. */
  readonly choices: Readonly<Record<Value, string>>
  readonly onChoose: (value: Value) => void
}) {
  return (
    <label className="select-field">
      <span className="muted">{label}</span>
      <select value={value} onChange={(event) => onChoose(event.target.value as Value)}>
        {Object.entries<string>(choices).map(([choice, name]) => (
          <option key={choice} value={choice}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
