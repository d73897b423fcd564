import { BlockList, isIP } from 'node:net';

export type ClientAddress = (peer: string | undefined, forwardedFor: string | undefined) => string | null;

/**
 * Whose request it is: the socket's peer, or, where that is a proxy of ours, the rightmost hop of X-Forwarded-For
 * that is not. What stands further left was written by the client and proves nothing.
 */
export function clientAddress(trustedProxies: readonly string[]): ClientAddress {
  const trusted = blockList(trustedProxies);
  // The list makes an object of each address that it is asked about: with no proxy of ours it need not be.
  const isOurs = (address: string) =>
    trustedProxies.length > 0 && trusted.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
  return (peer, forwardedFor) => {
    if (!peer) return null;
    let client = plain(peer);
    const hops = forwardedFor?.split(',').map((hop) => plain(hop.trim())) ?? [];
    while (isOurs(client)) {
      const hop = hops.pop();
      if (hop === undefined || isIP(hop) === 0) break;
      client = hop;
    }
    return client;
  };
}

/** A dual-stack socket writes IPv4 peers as ::ffff:192.0.2.1, and a link-local one with its zone. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
}

function blockList(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', prefix] = network.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    list.addSubnet(address, Number(prefix ?? (family === 'ipv6' ? 128 : 32)), family);
  }
  return list;
}
