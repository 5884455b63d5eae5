/** What the last return leaves to the next: what stood beside its figures, who reported, what was corrected, what may be copied. */
import type { ReturnView } from '@inclusion/server/returns/view'
import { changesOfOffers, copyOffers } from '@inclusion/shared/copy-forward'
import type { FigureChange } from '@inclusion/shared/figures'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines, openService, type Client, type Service } from '../support/service.ts'
import { camden, countEvents, done, havering, refusal, see } from './support/filing.ts'

const towerHamlets = 'APM-E09000030-FY2025-26-Q3'

describe.each(engines())('the last return on %s', (engine) => {
  let service: Service
  let ruth: Client
  beforeAll(async () => {
    service = await openService(engine)
    ruth = await service.as('ruth-okafor')
  })
  afterAll(() => service.close())

  const save = (client: Client, id: string, changes: FigureChange[], provenance = 'prefill') =>
    client.put(`/api/returns/${id}/figures`, { changes, provenance })
  const offersOf = ({ checkInput, lastFiled }: ReturnView) => copyOffers(checkInput, lastFiled!.repeatable)
  const offered = async (client: Client, id: string) => {
    const view = await see(client, id)
    return changesOfOffers(offersOf(view), (locator) => view.marks[locator]?.revision ?? 0)
  }

  it('is named, with the day on which it was accepted and the settings it was of', async () => {
    const { lastFiled, reports } = await see(ruth, camden)
    expect(lastFiled).toMatchObject({ returnId: 'APM-E09000007-FY2025-26-Q2', periodId: 'FY2025-26-Q2' })
    expect(lastFiled!.acceptedAt).toMatch(/^2025-11-\d\dT/)
    expect(lastFiled!.corrected).toBeNull()
    expect(lastFiled!.settings.map(({ name }) => name).toSorted()).toEqual(
      reports.map(({ name }) => name).toSorted(),
    )
  })

  it('that was corrected tells what it was when it was first accepted, and when that changed', async () => {
    const leila = await service.as('leila-haddad')
    const { lastFiled, checkInput } = await see(leila, towerHamlets)
    const now = checkInput.history[0]!.figures['APM-OP8']!.value!
    expect(lastFiled!.corrected!.figures['APM-OP8']!.value).toBe(now - 3)
    expect(lastFiled!.corrected!.on > '2025-11-11').toBe(true)
    expect(lastFiled!.corrected!.figures['APM-OP2']).toMatchObject({
      value: checkInput.history[0]!.figures['APM-OP2']!.value,
    })
  })

  it('offers words and stocks where nothing is given yet, and no result', async () => {
    const view = await see(await service.as('leila-haddad'), havering)
    expect(offersOf(view).map(({ locator, part }) => `${locator} ${part}`)).toEqual(
      expect.arrayContaining(['APM-OP1 value', 'APM-TX1 text']),
    )
    expect(Object.keys(view.lastFiled!.repeatable)).not.toContain('APM-OP2')
    expect(view.checkInput.figures['APM-OP1']).toBeUndefined()
  })

  it('is copied into what is blank, and marked with who copied it', async () => {
    const changes = await offered(ruth, camden)
    const text = changes.find(({ locator }) => locator === 'APM-TX1')!
    done(await save(ruth, camden, [text]))
    const { marks, checkInput } = await see(ruth, camden)
    expect(marks['APM-TX1']).toMatchObject({
      by: 'Ruth Okafor',
      provenance: 'prefill',
      revision: text.revision + 1,
    })
    expect(checkInput.figures['APM-TX1']!.text).toBe(checkInput.history[0]!.figures['APM-TX1']!.text)
    expect((await offered(ruth, camden)).map(({ locator }) => locator)).not.toContain('APM-TX1')
  })

  it('refuses as a copy what is none: another text, a result, what is filled in', async () => {
    const events = await countEvents(service)
    const { marks, checkInput } = await see(ruth, camden)
    const revision = marks['APM-TX1']!.revision
    const starts = checkInput.history[0]!.figures['APM-OP3']!.value!
    const refused: FigureChange[] = [
      { locator: 'APM-OP4', revision: 0, note: 'A note that the last return never had.' },
      { locator: 'APM-OP3', revision: 0, entries: { value: String(starts) } },
      { locator: 'APM-TX1', revision, text: checkInput.figures['APM-TX1']!.text! },
      { locator: 'APM-OP4', revision: 0, missing: 'z' },
    ]
    for (const change of refused) {
      const answer = await save(ruth, camden, [change])
      expect(refusal(answer), JSON.stringify(change)).toBe('400 invalid-request')
      expect(answer.body).toMatchObject({ errors: [{ field: change.locator }] })
    }
    expect(await countEvents(service)).toBe(events)
  })

  it('is typed over, and is then no copy', async () => {
    const { marks } = await see(ruth, camden)
    const { revision } = marks['APM-TX1']!
    done(await save(ruth, camden, [{ locator: 'APM-TX1', revision, text: 'Our own words.' }], 'typed'))
    expect((await see(ruth, camden)).marks['APM-TX1']).toMatchObject({ provenance: 'typed' })
  })

  it('is copied by nobody who may not fill the return in', async () => {
    const [change] = await offered(ruth, camden)
    const strangers = { 'daniel-marsh': '403 not-yours-to-do', 'priya-nair': '404 not-found' }
    for (const [person, answer] of Object.entries(strangers))
      expect(refusal(await save(await service.as(person), camden, [change!])), person).toBe(answer)
  })
})
