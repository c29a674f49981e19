/** One bit a key, rows in the order of their keys, small weights left out: the tensors that `openScorer` opens. */
export function packWeights(name, weights, { scale, least }) {
  const keys = new Int32Array(2 ** weights.keyBits / 32)
  const counts = []
  const choices = []
  const values = []
  for (let key = 0; key < weights.rows.length; key++) {
    const start = weights.rows[key] * weights.choiceCount
    if (start === 0) continue
    let count = 0
    for (let choice = 0; choice < weights.choiceCount; choice++) {
      const weight = weights.weights[start + choice]
      const value = Math.max(-127, Math.min(127, Math.round(weight * scale)))
      if (Math.abs(value) < least) continue
      choices.push(choice)
      values.push(value)
      count++
    }
    if (count === 0) continue
    keys[key >>> 5] |= 1 << (key & 31)
    counts.push(count)
  }
  return [
    { name: `${name}.keys`, dtype: 'int32', array: keys },
    { name: `${name}.counts`, dtype: 'uint8', array: Uint8Array.from(counts) },
    { name: `${name}.choices`, dtype: 'uint8', array: Uint8Array.from(choices) },
    { name: `${name}.weights`, dtype: 'int8', array: Int8Array.from(values) },
  ]
}

/** Lays out a model file (train/README.md, “Files”). */
export function writeModel(header, tensors) {
  const align = (size) => Math.ceil(size / 16) * 16
  let offset = 0
  const places = tensors.map(({ name, dtype, array }) => {
    const place = { name, dtype, shape: [array.length], offset }
    offset = align(offset + array.byteLength)
    return place
  })
  const text = JSON.stringify({ format: 1, ...header, tensors: places })
  const bytes = Buffer.from(text)
  const start = align(8 + bytes.length)
  const file = Buffer.alloc(start + offset)
  file.write('HRSY', 'latin1')
  file.writeUInt32LE(start - 8, 4)
  file.fill(' ', 8, start)
  bytes.copy(file, 8)
  for (const [i, { array }] of tensors.entries())
    file.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), start + places[i].offset)
  return file
}
