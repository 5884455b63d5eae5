/** What is under way of the framework when the demonstration begins: one year proposed, one definition half changed. */
import { emptyContent } from '@inclusion/shared/framework/amendment'
import { latestEdition } from '@inclusion/shared/framework/amended'
import { beginAmendment } from '../amendments/begin.ts'
import { saveAmendment } from '../amendments/edit.ts'
import { proposeAmendment } from '../amendments/publish.ts'
import { everyDefinition } from '../framework/store.ts'
import type { World } from './world.ts'

const next = 'FY2025-26-Q4'

export async function amendFramework(world: World): Promise<void> {
  world.at('2026-01-14', '14:00')
  await proposeYear(world)
  world.at('2026-01-16', '11:00')
  await changeParents(world)
}

/** The training grants go on for a year: proposed by the programme manager, and an evaluator has to decide. */
async function proposeYear(world: World): Promise<void> {
  const given = { kind: 'year', programme: 'CPD', name: 'Inclusion CPD Grants go on in 2026-27' } as const
  const begun = await beginAmendment(
    world.context,
    await world.by('chloe-bright', 'amendment.begin', 'amendments'),
    given,
  )
  const by = await world.by('chloe-bright', 'amendment.propose', `amendment:${begun.id}`)
  await proposeAmendment(world.context, by, begun)
}

/** To ask every borough for parents and carers is more than a patch: the draft says so, and is not proposed. */
async function changeParents(world: World): Promise<void> {
  const { context } = world
  const draft = { programme: 'APM', name: 'Parents and carers, asked of every borough' }
  const by = await world.by('leila-haddad', 'amendment.begin', 'amendments')
  const begun = await beginAmendment(context, by, { ...draft, kind: 'definitions' })
  const before = latestEdition(await everyDefinition(context.db, 'APM'), 'APM-OP8')
  if (!before) throw new Error('The framework asks nothing of parents and carers')
  const { edition: _, bridges: __, ...definition } = before
  const changed = {
    ...definition,
    effectiveFrom: next,
    changeClass: 'patch' as const,
    askedFrom: 'light' as const,
    hint: 'Each parent or carer once, however often you spoke.',
  }
  const content = { ...emptyContent, changed: [changed] }
  const saving = await world.by('leila-haddad', 'amendment.save', `amendment:${begun.id}`)
  await saveAmendment(context, saving, begun, { ...draft, content })
}
