/** A receipt is proof: anybody can check it, it covers every figure that was filed, and it tells nothing else. */
import { createHash } from 'node:crypto'
import type { VerifiedReceipt } from '@inclusion/server/receipts/routes'
import type { ReceiptView } from '@inclusion/server/returns/receipt'
import type { ProblemBody } from '@inclusion/shared/problems'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines, openService, type Service } from '../support/service.ts'
import { camden, done, refusal } from './support/filing.ts'

/** Tower Hamlets': accepted, reopened on one figure, and filed anew. */
const revised = 'APM-E09000030-FY2025-26-Q2'

describe.each(engines())('a receipt on %s', (engine) => {
  let service: Service
  beforeAll(async () => {
    service = await openService(engine)
  })
  afterAll(() => service.close())

  const verify = (code: string) =>
    service.stranger.get<VerifiedReceipt>(`/api/receipts/${encodeURIComponent(code)}`)
  const receiptOf = async (person: string, id: string) =>
    done(await (await service.as(person)).get<ReceiptView>(`/api/returns/${id}/receipt`))

  it('is the SHA-256 of what was filed, for every version there is', async () => {
    const versions = await service.database.db.selectFrom('return_versions').selectAll().execute()
    expect(versions.length).toBeGreaterThan(200)
    for (const { canonical, sha256, reference, returnId, number, findings } of versions) {
      expect(createHash('sha256').update(canonical, 'utf8').digest('hex')).toBe(sha256)
      expect(reference.slice(3).replaceAll('-', '').toLowerCase()).toBe(sha256.slice(0, 16))
      const content = JSON.parse(canonical) as Record<string, unknown>
      expect(content).toMatchObject({
        return: returnId,
        version: number,
        format: 'inclusion-returns/version/3',
      })
      const open = (JSON.parse(findings) as { severity: string; explanation: unknown }[]).filter(
        ({ severity, explanation }) => severity === 'block' || (severity === 'explain' && !explanation),
      )
      expect(open).toEqual([])
    }
  })

  it('is checked by its code or its digest, however they are written', async () => {
    const { latest } = await receiptOf('leila-haddad', revised)
    const found = done(await verify(latest.reference))
    for (const code of [
      latest.reference.toLowerCase(),
      ` ${latest.reference} `,
      latest.sha256,
      latest.sha256.toUpperCase(),
    ]) {
      expect(done(await verify(code)), code).toEqual(found)
    }
    expect(found).toEqual({
      ...{ reference: latest.reference, sha256: latest.sha256, version: 2, isLatest: true },
      ...{ programme: 'AP/PRU Mentoring', authority: 'Tower Hamlets', submittedAt: latest.submittedAt },
      ...{ period: 'July to September 2025 (2025-26 Q2)', standard: found.standard },
    })
    expect(found.standard).toMatch(/reference edition 1/i)
  })

  it('of an earlier version is genuine, and says that there is a later one', async () => {
    const { versions } = await receiptOf('leila-haddad', revised)
    expect(versions.map(({ version }) => version)).toEqual([1, 2])
    expect(done(await verify(versions[0]!.sha256))).toMatchObject({ version: 1, isLatest: false })
  })

  it('fails for content that differs by one digit', async () => {
    const { canonical } = await receiptOf('leila-haddad', revised)
    const forged = canonical.replace(
      /"value":(\d)/,
      (_, digit: string) => `"value":${(Number(digit) + 1) % 10}`,
    )
    expect(forged).not.toBe(canonical)
    const digest = createHash('sha256').update(forged, 'utf8').digest('hex')
    const answer = await verify(digest)
    expect(refusal(answer)).toBe('404 not-found')
    expect(answer.body).toMatchObject({ detail: 'No return was filed with this receipt.' })
  })

  it('that is none is told apart from one that was never given', async () => {
    for (const code of ['IR-7F3A', 'a'.repeat(63), 'IR-ZZZZ-9C21-04BE-55D0', '%']) {
      const answer = await verify(code)
      expect(refusal(answer), code).toBe('400 invalid-request')
      expect((answer.body as unknown as ProblemBody).errors![0]!.field).toBe('code')
    }
    expect(refusal(await verify('IR-0000-0000-0000-0000'))).toBe('404 not-found')
  })

  it('is there for the borough once the return was submitted, and not before', async () => {
    const ruth = await service.as('ruth-okafor')
    expect(refusal(await ruth.get(`/api/returns/${camden}/receipt`))).toBe('404 not-found')
    const { latest, authority, canonical } = await receiptOf('ruth-okafor', 'APM-E09000007-FY2025-26-Q2')
    expect([authority, latest.sentBy, latest.certifiedBy]).toEqual(['Camden', 'Ruth Okafor', 'Daniel Marsh'])
    expect(canonical).not.toMatch(/Ruth Okafor|Daniel Marsh/)
  })
})
