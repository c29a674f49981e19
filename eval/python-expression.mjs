/**
 * Reads the expectations of feedparser’s suite, which are Python expressions: literals, names, subscripts, attributes,
 * calls, comparisons (chained ones too), `not`, `and`, `or`.
 *
 * Gives a tree of `{ kind, … }`; throws a SyntaxError on anything else.
 */
export function parsePython(source) {
  const tokens = tokenise(source)
  let at = 0
  const peek = () => tokens[at] ?? { type: 'end', text: '' }
  const isNext = (text) => peek().text === text && peek().type !== 'string'
  const take = (text) => {
    if (!isNext(text)) throw new SyntaxError(`${text} expected, ${peek().text} found`)
    return tokens[at++]
  }
  const or = () => joined('or', and)
  const and = () => joined('and', not)
  const joined = (word, part) => {
    const parts = [part()]
    while (isNext(word)) {
      take(word)
      parts.push(part())
    }
    return parts.length === 1 ? parts[0] : { kind: word, parts }
  }
  const not = () => {
    if (!isNext('not')) return comparison()
    take('not')
    return { kind: 'not', of: not() }
  }
  const comparison = () => {
    const operands = [primary()]
    const operators = []
    for (;;) {
      if (['==', '!=', '<', '>', '<=', '>=', 'in', 'is'].includes(peek().text) && peek().type !== 'string') {
        operators.push(tokens[at++].text)
      } else break
      operands.push(primary())
    }
    return operators.length === 0 ? operands[0] : { kind: 'compare', operands, operators }
  }
  const primary = () => {
    let node = atom()
    for (;;) {
      if (isNext('[')) {
        take('[')
        node = { kind: 'item', of: node, key: or() }
        take(']')
      } else if (isNext('.')) {
        take('.')
        node = {
          kind: 'item',
          of: node,
          key: { kind: 'literal', value: tokens[at++].text },
          isAttribute: true,
        }
      } else if (isNext('(')) {
        node = { kind: 'call', of: node, parameters: list('(', ')') }
      } else return node
    }
  }
  const list = (opening, closing) => {
    take(opening)
    const parts = []
    while (!isNext(closing)) {
      parts.push(or())
      if (isNext(',')) take(',')
    }
    take(closing)
    return parts
  }
  const atom = () => {
    const token = peek()
    if (token.type === 'string') {
      let value = ''
      while (peek().type === 'string') value += tokens[at++].text
      return { kind: 'literal', value }
    }
    if (token.type === 'number') {
      at++
      return { kind: 'literal', value: Number(token.text) }
    }
    if (isNext('(')) {
      const parts = list('(', ')')
      const isTuple = parts.length !== 1 || tokens[at - 2]?.text === ','
      return isTuple ? { kind: 'tuple', parts } : parts[0]
    }
    if (isNext('[')) return { kind: 'tuple', parts: list('[', ']') }
    if (isNext('{')) {
      take('{')
      const pairs = []
      while (!isNext('}')) {
        const key = or()
        take(':')
        pairs.push([key, or()])
        if (isNext(',')) take(',')
      }
      take('}')
      return { kind: 'dict', pairs }
    }
    if (token.type === 'name') {
      at++
      const known = { None: null, True: true, False: false }
      return token.text in known
        ? { kind: 'literal', value: known[token.text] }
        : { kind: 'name', name: token.text }
    }
    throw new SyntaxError(`“${token.text}” not expected`)
  }
  const tree = or()
  if (peek().type !== 'end') throw new SyntaxError(`“${peek().text}” left over`)
  return tree
}

const tokenForm =
  /\s+|([urb]{0,2})("""[\s\S]*?"""|'''[\s\S]*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|(-?\d+(?:\.\d+)?)|([A-Za-z_]\w*)|(==|!=|<=|>=|[<>()[\]{}.,:])/gy

function tokenise(source) {
  const tokens = []
  tokenForm.lastIndex = 0
  while (tokenForm.lastIndex < source.length) {
    const from = tokenForm.lastIndex
    const found = tokenForm.exec(source)
    if (found === null) throw new SyntaxError(`“${source.slice(from, from + 10)}” not understood`)
    const [, prefix, string, number, name, mark] = found
    if (string !== undefined) {
      const quotes = /^(?:"""|''')/.test(string) ? 3 : 1
      const words = string.slice(quotes, -quotes)
      tokens.push({ type: 'string', text: /r/i.test(prefix) ? words : unescapePython(words) })
    } else if (number !== undefined) tokens.push({ type: 'number', text: number })
    else if (name !== undefined) tokens.push({ type: 'name', text: name })
    else if (mark !== undefined) tokens.push({ type: 'mark', text: mark })
  }
  return tokens
}

const unescapePython = (words) =>
  words.replace(/\\(?:x([\da-f]{2})|u([\da-f]{4})|U([\da-f]{8})|([\s\S]))/gi, (_, x, u, wide, other) => {
    const digits = x ?? u ?? wide
    if (digits !== undefined) return String.fromCodePoint(Number.parseInt(digits, 16))
    return { n: '\n', t: '\t', r: '\r', '\n': '' }[other] ?? other
  })
