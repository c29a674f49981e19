import { expect, test } from 'vitest'
import { describePrivateAddress, literalAddress } from './check-address.ts'

test('addresses of this machine and of private networks are private in every notation', () => {
  const hosts = [
    '127.0.0.1',
    '127.1',
    '0x7f000001',
    '2130706433',
    '0177.0.0.1',
    '0',
    '[::1]',
    '[::]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[::127.0.0.1]',
    '[64:ff9b::10.0.0.1]',
    '[64:ff9b:1::1]',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '[fe80::1]',
    '[fec0::1]',
    '[fd00::1]',
    '224.0.0.1',
    '255.255.255.255',
    '[ff02::1]',
    '192.0.2.1',
    '198.51.100.7',
    '203.0.113.9',
    '198.18.0.1',
    '240.0.0.1',
    '[2001:db8::1]',
    '[2002:7f00:1::]',
  ]
  const letThrough = hosts.filter((host) => {
    const address = literalAddress(new URL(`http://${host}/`))
    return address === null || describePrivateAddress(address) === null
  })
  expect(letThrough).toEqual([])
})

test('public addresses are public, also inside IPv6', () => {
  for (const host of [
    '93.184.215.14',
    '8.8.8.8',
    '[2606:4700::1111]',
    '[::ffff:8.8.8.8]',
    '[64:ff9b::8.8.8.8]',
  ]) {
    const address = literalAddress(new URL(`http://${host}/`))
    expect([host, address === null ? 'no address' : describePrivateAddress(address)]).toEqual([host, null])
  }
})

test('a name is no literal address and must be looked up', () => {
  expect(literalAddress(new URL('http://localhost/'))).toBeNull()
  expect(literalAddress(new URL('http://127.0.0.1.example/'))).toBeNull()
})
