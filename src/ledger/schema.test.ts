import { getTableName, is, sql } from 'drizzle-orm'
import { getTableConfig, PgTable, PgView } from 'drizzle-orm/pg-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as schema from './schema.ts'
import { type TestLedger, testStores } from './test-stores.fixture.ts'

const tables = Object.values(schema).filter((member) => is(member, PgTable))
const views = Object.values(schema).filter((member) => is(member, PgView))

describe.each(testStores)('$name', (store) => {
  let opened: TestLedger
  beforeAll(async () => {
    opened = await store.open()
  })
  afterAll(() => opened.drop())

  const ask = async (query: string) =>
    (await opened.ledger.db.execute<Record<string, unknown>>(sql.raw(query))).rows

  test('the migrations make the tables and views that the code knows, and no others', async () => {
    const rows = await ask(
      `select table_name, table_type from information_schema.tables where table_schema = current_schema()`,
    )
    const namesOf = (type: string) =>
      rows.filter((row) => row.table_type === type).map((row) => row.table_name)
    expect(namesOf('BASE TABLE').sort()).toEqual([...tables.map(getTableName), 'hearsay_migration'].sort())
    expect(views).toHaveLength(2)
    expect(namesOf('VIEW').sort()).toEqual(['current_extraction', 'current_reading'])
  })

  test.each(tables.map((table) => [getTableName(table), table] as const))(
    'the migrations give %s the columns that the code knows',
    async (name, table) => {
      const rows = await ask(
        `select a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required,
          a.atthasdef as given
        from pg_attribute a
        where a.attrelid = '"${name}"'::regclass and a.attnum > 0 and not a.attisdropped order by a.attnum`,
      )
      const spelled = new Map([
        ['bigserial', 'bigint'],
        ['serial', 'integer'],
        ['timestamp with time zone', 'timestamp with time zone'],
      ])
      const known = getTableConfig(table).columns.map((column) => ({
        name: column.name,
        type: spelled.get(column.getSQLType()) ?? column.getSQLType(),
        required: column.notNull,
        given: column.hasDefault || column.generated !== undefined,
      }))
      expect(known).toEqual(rows)
    },
  )

  test.each(tables.map((table) => [getTableName(table), table] as const))(
    'the migrations give %s the keys, references and indices that the code knows',
    async (name, table) => {
      const config = getTableConfig(table)
      const constraints = await ask(
        `select contype as kind,
          (select json_agg(attname order by place) from unnest(conkey) with ordinality as k (attnum, place)
            join pg_attribute a on a.attrelid = conrelid and a.attnum = k.attnum) as columns,
          confrelid::regclass::text as target
        from pg_constraint where conrelid = '"${name}"'::regclass and contype in ('p', 'u', 'f')`,
      )
      const keys = constraints
        .map((row) => JSON.stringify([row.kind, row.columns, row.kind === 'f' ? row.target : null]))
        .sort()
      const known = [
        ...config.columns.flatMap((column) => [
          ...(column.primary ? [['p', [column.name], null]] : []),
          ...(column.isUnique ? [['u', [column.name], null]] : []),
        ]),
        ...config.primaryKeys.map((key) => ['p', key.columns.map((column) => column.name), null]),
        ...config.uniqueConstraints.map((key) => ['u', key.columns.map((column) => column.name), null]),
        ...config.foreignKeys.map((key) => {
          const { columns, foreignTable } = key.reference()
          return ['f', columns.map((column) => column.name), getTableName(foreignTable)]
        }),
      ]
      expect(known.map((key) => JSON.stringify(key)).sort()).toEqual(keys)
      const indices = await ask(
        `select indexrelid::regclass::text as name from pg_index
        where indrelid = '"${name}"'::regclass and not indisunique order by name`,
      )
      expect(config.indexes.map((index) => index.config.name ?? '').sort()).toEqual(
        indices.map((row) => row.name),
      )
    },
  )

  test('ids are compared byte by byte, whatever language the database speaks', async () => {
    const rows = await ask(
      `select table_name || '.' || column_name as name, collation_name as collation
      from information_schema.columns
      where table_schema = current_schema() and table_name <> 'hearsay_migration' and data_type = 'text'
        and (column_name = 'id' or column_name like '%\\_id')`,
    )
    expect(rows.length).toBeGreaterThan(10)
    const views = ['current_extraction', 'current_reading']
    for (const row of rows) {
      if (views.some((view) => String(row.name).startsWith(view))) continue
      expect(row).toEqual({ name: row.name, collation: 'C' })
    }
  })
})
