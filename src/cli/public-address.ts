/** Which IP addresses a fetch may connect to: those of the public internet, and no machine behind it. */
import { BlockList, isIP } from 'node:net';

/** Networks that are not globally reachable, after the IANA special-purpose address registries. */
const CLOSED_V4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
  // The metadata service of Azure has an address of the public range.
  ['168.63.129.16', 32],
];

/** Inside 2000::/3, the only part of IPv6 in global use: protocol, documentation and IPv4-carrying ranges. */
const CLOSED_V6: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const closed = new BlockList();
for (const [network, prefix] of CLOSED_V4) closed.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of CLOSED_V6) closed.addSubnet(network, prefix, 'ipv6');
const globalV6 = new BlockList();
globalV6.addSubnet('2000::', 3, 'ipv6');

/** Whether an IP address (without brackets) is one of the public internet; false for anything else. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !closed.check(address, 'ipv4');
  // An address with a zone (fe80::1%eth0) is link-local by nature, and the block list cannot read it.
  if (version !== 6 || address.includes('%')) return false;
  return globalV6.check(address, 'ipv6') && !closed.check(address, 'ipv6');
}
