/** What is wrong with the rules between figures that an amendment adds or ends, and which lose a figure by it. */
import { latestEdition } from '../amended.ts'
import type { AmendmentContent, AmendmentFault, DraftIdentity, DraftProgramme } from '../amendment.ts'
import type { Ground } from '../ground.ts'
import { hasPart } from './definition.ts'
import { fromFaults } from './indicators.ts'
import { definitionAfter, error, isBlank, programmeAfter, repeats, warning, when } from './say.ts'

export function identityFaults(content: AmendmentContent, ground: Ground): AmendmentFault[] {
  const programme = programmeAfter(content, ground)
  if (!programme) return []
  const held = { content, ground, programme }
  return [
    ...content.identities.flatMap((identity, at) => ofIdentity(identity, `identities.${at}`, held)),
    ...repeats(content.identities, ({ id }) => id).map((at) =>
      error(`identities.${at}.id`, `${content.identities[at]!.id} is here twice.`),
    ),
    ...content.endedIdentities.flatMap(({ id, from }, at) => {
      const there = ground.identities.find((identity) => identity.id === id)
      if (!there) return [error(`endedIdentities.${at}.id`, `There is no rule ${id} to end.`)]
      return [
        ...when([there.endsFrom !== null, error(`endedIdentities.${at}.id`, `${id} has ended already.`)]),
        ...fromFaults(from, `endedIdentities.${at}.from`, held),
      ]
    }),
    ...broken(content, ground),
  ]
}

type Held = { content: AmendmentContent; ground: Ground; programme: DraftProgramme }

function ofIdentity(identity: DraftIdentity, at: string, held: Held): AmendmentFault[] {
  const { id, kind, left, right, low, high, effectiveFrom, statement, programme } = identity
  const { ground } = held
  return [
    ...when(
      [!id.startsWith(`${ground.code}-`), error(`${at}.id`, `${id} has to begin with ${ground.code}-.`)],
      [programme !== ground.code, error(`${at}.programme`, `The rule belongs to ${ground.code}.`)],
      [
        ground.identities.some((other) => other.id === id),
        error(`${at}.id`, `${id} is taken. Choose another.`),
      ],
      [isBlank(statement), error(`${at}.statement`, 'Say the rule as a sentence.')],
      [left.length === 0, error(`${at}.left`, 'Name the figures on the left side.')],
      [right.length === 0, error(`${at}.right`, 'Name the figures on the right side.')],
      [
        kind === 'range' && low === null && high === null,
        error(`${at}.low`, 'A range needs a lowest or a highest.'),
      ],
      [low !== null && high !== null && low > high, error(`${at}.high`, 'The highest is below the lowest.')],
    ),
    ...fromFaults(effectiveFrom, `${at}.effectiveFrom`, held),
    ...termFaults('left', identity, at, held),
    ...termFaults('right', identity, at, held),
  ]
}

function termFaults(
  side: 'left' | 'right',
  identity: DraftIdentity,
  at: string,
  held: Held,
): AmendmentFault[] {
  return identity[side].flatMap(({ indicator, part, over }, index) => {
    const definition = definitionAfter(held, indicator)
    const field = `${at}.${side}.${index}`
    if (!definition)
      return [error(`${field}.indicator`, `${identity.id} names ${indicator}, which is not there.`)]
    return when(
      [
        identity.kind !== 'before-after' && !hasPart(definition, part),
        error(`${field}.part`, `${definition.label} (${indicator}) has no ${part}.`),
      ],
      [
        over === 'settings' && definition.collectedFrom !== 'setting',
        error(`${field}.over`, `${definition.label} (${indicator}) does not come from settings.`),
      ],
    )
  })
}

/** Rules that stay while one of their figures ends, or is from then on another figure. */
function broken({ changed, ended, endedIdentities }: AmendmentContent, ground: Ground): AmendmentFault[] {
  const gone = new Set(endedIdentities.map(({ id }) => id))
  const named = (code: string) => latestEdition(ground.definitions, code)?.label ?? code
  const staying = ground.identities.filter(({ id, endsFrom }) => endsFrom === null && !gone.has(id))
  return staying.flatMap(({ statement, left, right }) => {
    const names = new Set([...left, ...right].map(({ indicator }) => indicator))
    return [
      ...ended.flatMap(({ indicator }, at) =>
        when([
          names.has(indicator),
          warning(
            `ended.${at}.indicator`,
            `“${statement}” is a rule about ${named(indicator)}: once that ends, it is not judged.`,
          ),
        ]),
      ),
      ...changed.flatMap(({ indicator, changeClass }, at) =>
        when([
          changeClass === 'major' && names.has(indicator),
          warning(
            `changed.${at}.indicator`,
            `“${statement}” is a rule about ${named(indicator)}. Does it still hold?`,
          ),
        ]),
      ),
    ]
  })
}
