/** Every address, as a function. The routes are written with the same functions: `paths.return('$returnId')`. */
export const paths = {
  home: () => '/',

  returns: () => '/returns',
  return: (returnId: string) => `/returns/${returnId}`,
  returnSection: (returnId: string, section: string) => `/returns/${returnId}/sections/${section}`,
  returnSettings: (returnId: string) => `/returns/${returnId}/settings`,
  returnCheck: (returnId: string) => `/returns/${returnId}/check`,
  returnSignOff: (returnId: string) => `/returns/${returnId}/sign-off`,
  returnReceipt: (returnId: string) => `/returns/${returnId}/receipt`,
  returnCarried: (returnId: string, indicator: string) => `/returns/${returnId}/carried/${indicator}`,
  returnHistory: (returnId: string) => `/returns/${returnId}/history`,
  indicator: (code: string) => `/indicators/${code}`,

  settingReports: () => '/setting-reports',
  settingReport: (returnId: string, urn: string) => `/setting-reports/${returnId}/${urn}`,

  settings: () => '/settings',
  setting: (urn: string) => `/settings/${urn}`,

  reviews: () => '/reviews',
  review: (returnId: string) => `/reviews/${returnId}`,

  collection: () => '/collection',

  programmes: () => '/programmes',

  receiptCheck: () => '/receipts',
  receipt: (reference: string) => `/receipts/${reference}`,

  people: () => '/people',
  standards: (edition?: string) => withSearch('/standards', { edition }),
  check: (code: string, edition?: string) => withSearch(`/standards/${code}`, { edition }),
  waivers: (of: Partial<Record<'check' | 'programme' | 'gssCode' | 'urn' | 'indicator', string>> = {}) =>
    withSearch('/waivers', of),
  audit: (of: Record<string, string | number | undefined> = {}) => withSearch('/audit', of),
  accessibility: () => '/accessibility',

  // Pages of the server, not of the client.
  signIn: (next?: string) => (next ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in'),
  signOut: () => '/sign-out',
  uploads: (returnId: string) => `/uploads/${returnId}`,
  apiReference: () => '/api/openapi.json',
} as const

const served = ['/api/', '/sign-in', '/sign-out', '/demo', '/assets/', '/uploads']

/** Whether the server renders what is at this path, so that the browser must ask it. */
export function isServed(path: string): boolean {
  return served.some((start) => path.startsWith(start))
}

/** An address with what is asked of it: what is empty or absent is left out. */
export function withSearch(path: string, search: Record<string, string | number | undefined>): string {
  const given = Object.entries(search).filter(([, value]) => value !== undefined && value !== '')
  const words = given.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
  return words.length === 0 ? path : `${path}?${words.join('&')}`
}
