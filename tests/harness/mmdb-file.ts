/** A place that a MaxMind file knows, by names in English. */
interface Place {
  readonly city?: string;
  readonly country: string;
}

type Value = string | { readonly [name: string]: Value } | { readonly uint: number };

/** MaxMind DB file format 2.0, "Data section": a control byte of type and size, then the value. */
function encode(value: Value): Buffer {
  if (typeof value === 'string') return sized(2, Buffer.byteLength(value), Buffer.from(value));
  if (isUint(value)) {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(value.uint);
    return sized(6, 4, bytes);
  }
  const entries = Object.entries(value);
  return sized(
    7,
    entries.length,
    Buffer.concat(entries.flatMap(([name, each]) => [encode(name), encode(each)])),
  );
}

const isUint = (value: Exclude<Value, string>): value is { uint: number } => typeof value.uint === 'number';

function sized(type: number, size: number, bytes: Buffer): Buffer {
  const control = size < 29 ? [(type << 5) | size] : [(type << 5) | 29, size - 29];
  return Buffer.concat([Buffer.from(control), bytes]);
}

const named = (name: string): Value => ({ names: { en: name } });

const bitsOf = (address: string) =>
  address.split('.').flatMap((part) => [...Number(part).toString(2).padStart(8, '0')].map(Number));

/** A whole file, of IPv4 networks such as `203.0.113.0/24` that do not overlap. */
export function mmdbFile(places: Readonly<Record<string, Place>>): Buffer {
  type Record = number | { readonly data: number };
  const nodes: Record[][] = [[-1, -1]];
  let data = Buffer.alloc(0);
  for (const [network, { city, country }] of Object.entries(places)) {
    const [address = '', length = ''] = network.split('/');
    const bits = bitsOf(address).slice(0, Number(length));
    let at = 0;
    bits.forEach((bit, depth) => {
      const node = nodes[at] ?? [];
      const next = node[bit];
      if (depth === bits.length - 1) node[bit] = { data: data.length };
      else if (typeof next === 'number' && next > 0) at = next;
      else at = node[bit] = nodes.push([-1, -1]) - 1;
    });
    data = Buffer.concat([data, encode({ ...(city && { city: named(city) }), country: named(country) })]);
  }
  const tree = Buffer.alloc(nodes.length * 6);
  nodes.flat().forEach((record, index) => {
    const found = typeof record === 'number' ? Math.max(record, 0) : nodes.length + 16 + record.data;
    tree.writeUIntBE(record === -1 ? nodes.length : found, index * 3, 3);
  });
  const metadata = encode({
    binary_format_major_version: { uint: 2 },
    binary_format_minor_version: { uint: 0 },
    build_epoch: { uint: 1 },
    database_type: 'Test-City',
    description: {},
    ip_version: { uint: 4 },
    node_count: { uint: nodes.length },
    record_size: { uint: 24 },
  });
  const marker = Buffer.from('\xab\xcd\xefMaxMind.com', 'latin1');
  return Buffer.concat([tree, Buffer.alloc(16), data, marker, metadata]);
}
