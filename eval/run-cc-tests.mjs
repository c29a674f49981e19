/**
 * Runs the TEST blocks of a C++ test file: declarations, string literals and their concatenation, StrCat and
 * StrAppend, sums, `while`, braces, EXPECT_TRUE, EXPECT_FALSE, EXPECT_EQ, and calls of `natives`.
 *
 * Strings are octets, one a character, as they are in C++. Yields `{ name, checks, unread }` a block: every check with
 * `isTrue`, asked of whatever stands in for what was called; `unread` is why the rest of a block could not be read.
 */
export function* runCcTests(bytes, natives) {
  const source = bytes.toString('latin1')
  for (const found of source.matchAll(/^TEST\(\s*\w+\s*,\s*(\w+)\s*\)\s*\{/gm)) {
    const tokens = tokenize(source, found.index + found[0].length - 1)
    const checks = []
    let unread = null
    try {
      runBlock({ tokens, at: 1, natives, checks }, new Map())
    } catch (error) {
      unread = error.message
    }
    yield { name: found[1], checks, unread }
  }
}

/** Tokens from an opening brace to the one that closes it; comments left out. */
function tokenize(source, start) {
  const pattern =
    /\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/|"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\]|\\.)+)'|(\d+)|([A-Za-z_]\w*(?:::~?[A-Za-z_]\w*)*|::[A-Za-z_]\w*(?:::\w+)*)|(<=|>=|==|!=|\+=|<<|[-+*/<>=!&(){}[\];,.:])/y
  pattern.lastIndex = start
  const tokens = []
  let depth = 0
  for (;;) {
    const at = pattern.lastIndex
    const match = pattern.exec(source)
    if (match === null) throw new Error(`no token at ${JSON.stringify(source.slice(at, at + 30))}`)
    const [, string, character, number, name, mark] = match
    const line = { at }
    if (string !== undefined) tokens.push({ kind: 'string', value: unescapeC(string), ...line })
    else if (character !== undefined) tokens.push({ kind: 'string', value: unescapeC(character), ...line })
    else if (number !== undefined) tokens.push({ kind: 'number', value: Number(number), ...line })
    else if (name !== undefined) tokens.push({ kind: 'name', value: name, ...line })
    else if (mark !== undefined) tokens.push({ kind: 'mark', value: mark, ...line })
    if (mark === '{') depth++
    if (mark === '}' && --depth === 0) break
  }
  const lineOf = toLineOf(source)
  for (const token of tokens) token.line = lineOf(token.at)
  return tokens
}

function toLineOf(source) {
  let [line, upTo] = [1, 0]
  return (at) => {
    for (; upTo < at; upTo++) if (source[upTo] === '\n') line++
    return line
  }
}

const unescapeC = (text) =>
  text.replace(/\\(?:x([0-9A-Fa-f]{1,2})|(.))/g, (_, hex, letter) =>
    hex !== undefined
      ? String.fromCharCode(Number.parseInt(hex, 16))
      : ({ n: '\n', r: '\r', t: '\t', 0: '\0' }[letter] ?? letter),
  )

const peek = (run, ahead = 0) => run.tokens[run.at + ahead] ?? { kind: 'end', value: '' }
const isMark = (run, value, ahead = 0) => peek(run, ahead).kind === 'mark' && peek(run, ahead).value === value
function take(run, value) {
  const token = peek(run)
  if (token.value !== value) throw new Error(`line ${token.line}: ${value} expected, ${token.value} found`)
  run.at++
}

function runBlock(run, outer) {
  const names = new Map(outer)
  const own = new Set()
  while (!isMark(run, '}')) runStatement(run, names, own)
  run.at++
  // What an inner block changed of an outer one’s variables stays.
  for (const [name, value] of names) if (outer.has(name) && !own.has(name)) outer.set(name, value)
}

function runStatement(run, names, own) {
  if (isMark(run, '{')) {
    run.at++
    return runBlock(run, names)
  }
  const token = peek(run)
  if (token.value === 'while') return runWhile(run, names)
  if (token.kind === 'name' && /^(?:EXPECT|ASSERT)_/.test(token.value)) return runCheck(run, names)
  const isString = /(?:^|::)string$/.test(token.value)
  const declared = readDeclaration(run)
  if (declared !== null) {
    own.add(declared)
    if (isMark(run, '=')) {
      run.at++
      names.set(declared, readSum(run, names))
    } else names.set(declared, isString ? '' : {})
    return take(run, ';')
  }
  const value = readSum(run, names)
  // A helper that checks for itself says what it compared.
  if (value !== null && typeof value === 'object' && 'expected' in value) {
    run.checks.push({ ...value, line: token.line, isTrue: (actual) => actual === value.expected })
  }
  take(run, ';')
}

function runWhile(run, names) {
  const start = run.at
  for (let turns = 0; turns < 1_000_000; turns++) {
    run.at = start
    take(run, 'while')
    take(run, '(')
    const isTrue = readComparison(run, names)
    take(run, ')')
    take(run, '{')
    if (!isTrue) {
      for (let depth = 1; depth > 0; run.at++) {
        if (isMark(run, '{')) depth++
        if (isMark(run, '}')) depth--
      }
      return
    }
    runBlock(run, names)
  }
  throw new Error('a loop without end')
}

function runCheck(run, names) {
  const { value: name, line } = peek(run)
  run.at++
  const [first, second] = readArguments(run, names)
  take(run, ';')
  const { checks } = run
  if (name === 'EXPECT_TRUE' || name === 'EXPECT_FALSE') {
    const expected = name === 'EXPECT_TRUE'
    checks.push({ line, actual: first, expected, isTrue: (actual) => actual === expected })
  } else if (name === 'EXPECT_EQ') {
    checks.push({
      line,
      actual: second,
      expected: first,
      isTrue: (actual) => toOptions(actual).some((a) => toOptions(first).includes(a)),
    })
  } else throw new Error(`line ${line}: ${name} is not known`)
}

const toOptions = (value) => value?.anyOf ?? [value]

/** The name that a statement declares (`const std::string url_a`, `static const char kFile[]`), and moves behind it. */
function readDeclaration(run) {
  let at = run.at
  let names = 0
  let last = null
  let depth = 0
  for (; ; at++) {
    const token = run.tokens[at]
    if (token.kind === 'name') {
      if (depth === 0) {
        names++
        last = token.value
      }
    } else if (token.value === '<') depth++
    else if (token.value === '>' && depth > 0) depth--
    else if (token.value !== '&' || names === 0) break
  }
  if (names < 2) return null
  if (run.tokens[at].value === '[' && run.tokens[at + 1].value === ']') at += 2
  run.at = at
  return last
}

function readArguments(run, names) {
  take(run, '(')
  const values = []
  while (!isMark(run, ')')) {
    values.push(readComparison(run, names))
    if (isMark(run, ',')) run.at++
  }
  run.at++
  return values
}

function readComparison(run, names) {
  const left = readSum(run, names)
  const { value: mark } = peek(run)
  if (!['<', '>', '<=', '>=', '==', '!='].includes(mark)) return left
  run.at++
  const right = readSum(run, names)
  return {
    '<': left < right,
    '>': left > right,
    '<=': left <= right,
    '>=': left >= right,
    '==': left === right,
  }[mark]
}

function readSum(run, names) {
  let value = readProduct(run, names)
  while (isMark(run, '+') || isMark(run, '-')) {
    const isPlus = isMark(run, '+')
    run.at++
    const next = readProduct(run, names)
    value = isPlus ? value + next : value - next
  }
  return value
}

function readProduct(run, names) {
  let value = readValue(run, names)
  while (isMark(run, '*')) {
    run.at++
    value *= readValue(run, names)
  }
  return value
}

function readValue(run, names) {
  const token = peek(run)
  run.at++
  let value
  if (token.kind === 'number') value = token.value
  else if (token.kind === 'string') {
    value = token.value
    while (peek(run).kind === 'string') value += run.tokens[run.at++].value
  } else if (token.value === '&') {
    const { value: name } = peek(run)
    run.at++
    value = { refersTo: name, target: names.get(name), assign: (next) => names.set(name, next) }
  } else if (token.value === '(') {
    value = readComparison(run, names)
    take(run, ')')
  } else if (token.kind === 'name') value = readNamed(run, names, token)
  else throw new Error(`line ${token.line}: ${token.value} is no value`)
  return readMembers(run, names, value)
}

function readNamed(run, names, { value: path, line }) {
  const name = path.split('::').at(-1)
  if (isMark(run, '(')) {
    const values = readArguments(run, names)
    if (name === 'StrCat') return values.join('')
    if (name === 'StrAppend') return void values[0].assign(values[0].target + values.slice(1).join(''))
    if (name === 'StrSplit') return values[0].split(values[1])
    if (name === 'string' || name === 'string_view') return values[0] ?? ''
    const native = run.natives[name]
    if (native === undefined) throw new Error(`line ${line}: ${path}() is not known`)
    return native(...values.map((value) => value?.target ?? value))
  }
  if (isMark(run, '{')) return readFields(run, names)
  if (path === 'true' || path === 'false') return path === 'true'
  if (names.has(path)) return names.get(path)
  if (/^k[A-Z]/.test(name)) return name
  throw new Error(`line ${line}: ${path} is not known`)
}

/** `{.line_num = 1, .tag_name = Tags::kAllow}` */
function readFields(run, names) {
  take(run, '{')
  const fields = {}
  while (!isMark(run, '}')) {
    take(run, '.')
    const { value: name } = peek(run)
    run.at++
    take(run, '=')
    fields[name] = readSum(run, names)
    if (isMark(run, ',')) run.at++
  }
  run.at++
  return fields
}

function readMembers(run, names, start) {
  let value = start
  while (isMark(run, '.')) {
    run.at++
    const { value: name, line } = peek(run)
    run.at++
    readArguments(run, names)
    if ((name === 'length' || name === 'size') && typeof value === 'string') value = value.length
    else if (typeof value?.[name] === 'function') value = value[name]()
    else throw new Error(`line ${line}: .${name}() is not known`)
  }
  return value
}
