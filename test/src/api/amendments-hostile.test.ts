/** Whatever a draft holds, it is kept, judged and tried without breaking anything. */
import { loadGround } from '@inclusion/server/amendments/load-ground'
import { tryAmendment } from '@inclusion/server/amendments/try'
import { AmendmentContent } from '@inclusion/shared/framework/amendment'
import { faultsOf, hasErrors } from '@inclusion/shared/framework/faults'
import { touchedReturns } from '@inclusion/shared/framework/touched'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openService, type Service } from '../support/service.ts'
import { spoil } from './support/nasty.ts'
import { wellbeing } from './support/wellbeing.ts'

let service: Service
beforeAll(async () => {
  service = await openService('SQLite')
})
afterAll(() => service.close())

it('a value in a strange form is refused, or a fault, or does no harm when it is tried', async () => {
  const { context } = service
  const ground = await loadGround(context, context.db, 'MHS')
  const drafts = spoil(wellbeing).flatMap(({ at, body }) => {
    const read = AmendmentContent.safeParse(parsed(body))
    return read.success ? [{ at, content: read.data }] : []
  })
  expect(drafts.length).toBeGreaterThan(200)
  const sound = drafts.filter(({ content }) => {
    touchedReturns(content, ground)
    return !hasErrors(faultsOf(content, ground))
  })
  const seen = new Set<string>()
  for (const { at, content } of sound) {
    const place = at.replaceAll(/\d+/g, '0')
    if (seen.has(place)) continue
    seen.add(place)
    const faults = await tryAmendment(context, { programme: 'MHS', content })
    expect(
      faults.filter(({ severity }) => severity === 'error'),
      at,
    ).toEqual([])
  }
  expect(seen.size).toBeGreaterThan(10)
})

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}
