/** Bodies, values, parameters and queries that have broken somebody's service. */

/** A whole body, as text or bytes, with the content type it claims. */
export type NastyBody = { name: string; body: string | Uint8Array<ArrayBuffer>; type?: string | null }

const bytes = (...codes: number[]) => new Uint8Array(codes)
const deep = (open: string, close: string, times: number) => open.repeat(times) + close.repeat(times)

export const nastyBodies: NastyBody[] = [
  ...['', ' ', '\n', '[]', '[[]]', 'null', 'true', '0', '"text"', '{', '}', '[', '{"a"', '{"a":', '{"a":1,}'],
  ...[
    '{"a":1}}',
    '{a:1}',
    "{'a':1}",
    '{"a":undefined}',
    '{"a":NaN}',
    '{"a":Infinity}',
    '{"a":0x1}',
    '{"a":01}',
  ],
  ...[
    '{"a":1e}',
    '{"a":"\n"}',
    '{"a":"\\x"}',
    '{"a":"\\u12"}',
    '{"a":1}{"b":2}',
    '// a comment\n{}',
    '\u0000',
  ],
  ...[
    '{}\u0000',
    '{"\u0000":1}',
    '{"a":"\u0000"}',
    '{"__proto__":{"admin":true}}',
    '{"constructor":{"prototype":{}}}',
  ],
  ...['{"a":1,"a":2}', '{"":""}', '{"toString":1,"valueOf":1}', '{"then":1}', '{"a":1e999}', '{"a":-1e999}'],
  ...['{"a":9007199254740993}', '{"a":-0}', '{"a":1e-999}', '\uFEFF{}', '\uFEFF\uFEFF{}', '{"a":"\\ud800"}'],
  ...[
    '{"\\udc00":1}',
    '<?xml version="1.0"?><a/>',
    'a=1&b=2',
    '=cmd|calc',
    '{"$ne":null}',
    '{"a":{"$gt":""}}',
  ],
].map((body): NastyBody => ({ name: JSON.stringify(body).slice(0, 60), body }))

nastyBodies.push(
  { name: 'arrays nested 33 deep', body: deep('[', ']', 33) },
  { name: 'arrays nested 200,000 deep', body: deep('[', ']', 200_000) },
  { name: 'objects nested 100,000 deep', body: `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}` },
  { name: 'brackets never closed', body: '['.repeat(100_000) },
  { name: 'two megabytes of text', body: JSON.stringify({ a: 'x'.repeat(2_000_000) }) },
  {
    name: 'two megabytes of members',
    body: `{${Array.from({ length: 90_000 }, (_, at) => `"member${at}":1`).join()}}`,
  },
  { name: 'a hundred thousand items', body: `{"changes":[${'1,'.repeat(99_999)}1]}` },
  { name: 'bytes that are not UTF-8', body: bytes(0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d) },
  { name: 'UTF-16 with its mark', body: bytes(0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00) },
  { name: 'a gzip that nobody announced', body: bytes(0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00) },
  ...[
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'multipart/form-data; boundary=x',
  ].map((type): NastyBody => ({ name: `JSON as ${type}`, body: '{"reason":"x"}', type })),
  ...[
    'application/xml',
    'application/jsonp',
    'application/json/x',
    'json',
    '*/*',
    ';',
    'application/json; charset=utf-16',
  ].map((type): NastyBody => ({ name: `JSON as ${type}`, body: '{"reason":"x"}', type })),
  { name: 'JSON as nothing', body: '{"reason":"x"}', type: null },
)

/** One value in an otherwise good body, as the JSON text that stands in its place. */
export const nastyValues: string[] = [
  ...[
    'null',
    'true',
    '[]',
    '{}',
    '[[]]',
    '0',
    '-0',
    '-1',
    '1.5',
    '1e999',
    '-1e999',
    '9007199254740993',
    '1e-7',
  ],
  ...[
    '""',
    '" "',
    '"\\u0000"',
    '"a\\u0000b"',
    '"\\ud800"',
    '"\\udfff\\ud800"',
    '"\\ufeff"',
    '"\\u202e"',
    '"💩"',
  ],
  ...[
    '"__proto__"',
    '"constructor"',
    '"hasOwnProperty"',
    '{"__proto__":1}',
    '{"length":1e9}',
    '"NaN"',
    '"1e999"',
  ],
  ...[
    `"' OR '1'='1"`,
    `"'; DROP TABLE returns; --"`,
    '"%"',
    '"${7*7}"',
    '"{{7*7}}"',
    '"<script>alert(1)</script>"',
  ],
  ...[
    '"=HYPERLINK(1)"',
    '"../../etc/passwd"',
    '"file:///"',
    '"\\r\\nSet-Cookie: a=b"',
    '"0x10"',
    '"1_000"',
    '"٣"',
  ],
  JSON.stringify('x'.repeat(20_000)),
  JSON.stringify('9'.repeat(400)),
  JSON.stringify(Array.from({ length: 600 }, () => 'x')),
]

/** One segment of a path, or one value of a query, as it stands in the address. */
export const nastyParameters: string[] = [
  ...[
    '%00',
    'a%00b',
    '%ED%A0%80',
    '%C3%28',
    '%',
    '%zz',
    '%2e%2e',
    '%2e%2e%2f%2e%2e',
    '%2F',
    '%5C',
    '%0d%0aX:1',
  ],
  ...[
    '__proto__',
    'constructor',
    'null',
    'undefined',
    'NaN',
    '-0',
    '-1',
    '0',
    '1.5',
    '1e999',
    '9007199254740993',
  ],
  ...[
    "'%20OR%20'1'='1",
    "'%3B%20DROP%20TABLE%20returns%3B--",
    '%25',
    '_',
    '*',
    '%F0%9F%92%A9',
    '%E2%80%AE',
    '%20',
  ],
  ...[
    'APM-E09000007-FY2025-26-Q9',
    'APM-E09000007-FY2025-27-Q3',
    'ZZZ-E09000007-FY2025-26-Q3',
    'FY2025-27-Q3',
    '000000',
  ],
  ...[
    'APM-E09000007-FY2025-26-Q3%00',
    'APM-E09000007-FY2025-26-Q3%0A',
    'apm-e09000007-fy2025-26-q3',
    '[]',
    '{}',
    '$ne',
  ],
  'a'.repeat(300),
  '9'.repeat(5_000),
]

/** The bodies that come of a good one by putting each nasty value in each of its places. */
export function spoil(good: unknown): { at: string; value: string; body: string }[] {
  return placesOf(good).flatMap((path) =>
    nastyValues.map((value) => ({ at: path.join('.'), value, body: withValue(good, path, value) })),
  )
}

function placesOf(value: unknown, path: string[] = []): string[][] {
  if (value === null || typeof value !== 'object') return path.length === 0 ? [] : [path]
  const within = Object.entries(value).flatMap(([name, member]) => placesOf(member, [...path, name]))
  return path.length === 0 ? within : [path, ...within]
}

/** JSON with one place replaced by a text of JSON, which may be what JSON.stringify would never write. */
function withValue(good: unknown, path: string[], json: string): string {
  const mark = '\u{1F3F4}here'
  const copy = structuredClone(good) as Record<string, unknown>
  let parent = copy
  for (const name of path.slice(0, -1)) parent = parent[name] as Record<string, unknown>
  parent[path.at(-1)!] = mark
  return JSON.stringify(copy).replace(JSON.stringify(mark), () => json)
}
