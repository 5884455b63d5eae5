/** A carried figure that is wrong: questioned, put right where it comes from, and followed without anybody typing it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines, openService, type Client, type Service } from '../support/service.ts'
import { acceptIt, act, camden, done, enter, explainAll, refusal, see } from './support/filing.ts'

const last = 'APM-E09000007-FY2025-26-Q2'
const reason = 'Young people active at the end: One who left on the last day was counted as active.'

describe.each(engines())('a carried figure on %s', (engine) => {
  let service: Service
  let ruth: Client
  let leila: Client
  let before: number
  beforeAll(async () => {
    service = await openService(engine)
    ruth = await service.as('ruth-okafor')
    leila = await service.as('leila-haddad')
    before = (await see(ruth, camden)).checkInput.figures['APM-OP0']!.value!
  })
  afterAll(() => service.close())

  it('cannot be edited where it is carried to', async () => {
    const answer = await enter(ruth, camden, [{ locator: 'APM-OP0', entries: { value: String(before - 1) } }])
    expect(refusal(answer)).toBe('422 figure-is-derived')
  })

  it('is questioned in the return it comes from, which RMEL reads and opens on the figures concerned', async () => {
    done(await act(ruth, last, 'ask-to-reopen', { reason }))
    expect((await see(leila, last)).reopenRequest).toBe(reason)
    done(await act(leila, last, 'reopen', { reason, locators: ['APM-OP5', 'APM-OP4'] }))
    // What was accepted stands until it is accepted anew.
    expect((await see(ruth, camden)).checkInput.figures['APM-OP0']!.value).toBe(before)
  })

  it('follows by itself when that return is accepted again, and the page says what was corrected', async () => {
    const { checkInput } = await see(ruth, last)
    const left = checkInput.figures['APM-OP4']!.value!
    const reasonOf = Object.keys(checkInput.figures).find((locator) => locator.startsWith('APM-OP4:'))!
    const ofReason = checkInput.figures[reasonOf]!.value!
    const mended = [
      change('APM-OP5', before - 1),
      change('APM-OP4', left + 1),
      change(reasonOf, ofReason + 1),
    ]
    await fileAgain(mended)
    const view = await see(ruth, camden)
    expect(view.checkInput.figures['APM-OP0']!.value).toBe(before - 1)
    expect(view.lastFiled).toMatchObject({ returnId: last, acceptedAt: service.context.now() })
    expect(view.lastFiled!.corrected).toMatchObject({ on: '2026-01-20' })
    expect(view.lastFiled!.corrected!.figures['APM-OP5']).toMatchObject({ value: before })
  })

  it('keeps the day of its correction when another figure is corrected after it', async () => {
    const { checkInput } = await see(ruth, last)
    const parents = checkInput.figures['APM-OP8']!.value!
    service.pass(60 * 24 * 3)
    done(await act(leila, last, 'reopen', { reason, locators: ['APM-OP8'] }))
    await fileAgain([change('APM-OP8', parents + 1)])
    const { corrected } = (await see(ruth, camden)).lastFiled!
    expect(corrected!.since).toMatchObject({ 'APM-OP5': '2026-01-20', 'APM-OP8': '2026-01-23' })
    expect(corrected!.since).not.toHaveProperty('APM-OP2')
  })

  const change = (locator: string, value: number) => ({ locator, entries: { value: String(value) } })

  async function fileAgain(mended: ReturnType<typeof change>[]): Promise<void> {
    done(await enter(ruth, last, mended))
    await explainAll(ruth, last)
    done(await act(ruth, last, 'send-for-sign-off'))
    done(await act(await service.as('daniel-marsh'), last, 'submit', { declared: true }))
    service.pass(60)
    done(await act(leila, last, 'take'))
    await acceptIt(leila, last)
  }
})
