import { permissionFor } from '@inclusion/server/http/allow'
import { permissions, type Permission } from '@inclusion/server/http/permissions'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openService, type Service } from '../support/service.ts'

let service: Service
beforeAll(async () => {
  service = await openService('SQLite')
})
afterAll(() => service.close())

const named = ({ method, path }: { method: string; path: string }): string => `${method} ${path}`

/** What answers requests: middleware is mounted for every method and is not a route. */
const routes = (): string[] => [
  ...new Set(service.app.routes.filter(({ method }) => method !== 'ALL').map(named)),
]

/** An address that the row's pattern matches. */
const sampleOf = ({ path }: Permission): string => path.replaceAll(/:\w+/g, 'x1').replace(/\*$/, 'any')

describe('the table of permissions', () => {
  test('has a row for every route', () => {
    const rows = new Set(permissions.map(named))
    expect(routes().filter((route) => !rows.has(route))).toEqual([])
  })

  test('has a route for every row; pages are the client’s', () => {
    const answered = new Set(routes())
    const idle = permissions.filter(({ page }) => !page).map(named)
    expect(idle.filter((row) => !answered.has(row))).toEqual([])
  })

  test('has no row twice, and none in another’s shadow', () => {
    expect(new Set(permissions.map(named)).size).toBe(permissions.length)
    const shadowed = permissions.filter((row) => permissionFor(row.method, sampleOf(row))?.path !== row.path)
    expect(shadowed).toEqual([])
  })

  test('lets a stranger reach only what signing in and checking a receipt need', () => {
    const open = permissions.filter(({ who, page }) => who === 'anyone' && !page).map(named)
    expect(open).toEqual([
      'GET /api/health',
      'GET /api/openapi.json',
      'GET /api/receipts/:code',
      'GET /sign-in',
      'POST /sign-in',
      'POST /sign-in/code',
      'POST /sign-out',
      'GET /api/demo/people',
      'POST /api/demo/sign-in',
      'POST /demo/sign-in',
      'GET /demo/mail',
    ])
  })

  test('keeps everything of the demonstration in the demonstration', () => {
    const misplaced = permissions.filter(
      ({ path, demonstrationOnly }) => /\/demo\//.test(path) !== (demonstrationOnly === true),
    )
    expect(misplaced).toEqual([])
  })

  test('never lets a page’s row answer for the API', () => {
    expect(permissionFor('GET', '/api/nothing')).toBeUndefined()
    expect(permissionFor('GET', '/api/')).toBeUndefined()
    expect(permissionFor('DELETE', '/api/returns')).toBeUndefined()
  })
})

test('the API’s document describes every route of the API, and nothing else', async () => {
  const { body } = await service.stranger.get<{ openapi: string; paths: Record<string, object> }>(
    '/api/openapi.json',
  )
  expect(body.openapi).toBe('3.1.0')
  const described = Object.entries(body.paths).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
  )
  const api = routes().filter((route) => route.includes(' /api/'))
  expect(described.toSorted()).toEqual(api.toSorted())
})
