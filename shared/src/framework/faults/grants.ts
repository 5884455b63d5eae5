/** What is wrong with the grants of an amendment: those that begin, those that end, and what they are worth. */
import { periodOf } from '../../periods.ts'
import type { AmendmentContent, AmendmentFault, DraftAward, DraftGrant } from '../amendment.ts'
import type { Ground } from '../ground.ts'
import { error, isBlank, programmeAfter, repeats, warning, when } from './say.ts'

export function grantFaults(content: AmendmentContent, ground: Ground): AmendmentFault[] {
  return [
    ...content.grants.flatMap((grant, at) => beginning(grant, `grants.${at}`, { content, ground })),
    ...repeats(content.grants, ({ gssCode }) => gssCode).map((at) =>
      error(`grants.${at}.gssCode`, `${nameOf(ground, content.grants[at]!.gssCode)} is here twice.`),
    ),
    ...content.awards.flatMap((award, at) => ofAward(award, `awards.${at}`, { content, ground })),
    ...repeats(content.awards, ({ gssCode, financialYear }) => `${gssCode} ${financialYear}`).map((at) =>
      error(
        `awards.${at}.financialYear`,
        `${nameOf(ground, content.awards[at]!.gssCode)} has two award lines for ${content.awards[at]!.financialYear} here.`,
      ),
    ),
    ...unknownAmounts(content.awards),
    ...endings(content, ground),
  ]
}

/** Said once, however many there are, and leads to the first. */
function unknownAmounts(awards: readonly DraftAward[]): AmendmentFault[] {
  const unknown = awards.filter(({ pence }) => pence === null).length
  if (unknown === 0) return []
  const lines =
    awards.length === 1 ? 'The amount of the award line is' : `${unknown} of ${awards.length} amounts are`
  return [
    warning(
      `awards.${awards.findIndex(({ pence }) => pence === null)}.pence`,
      `${lines} not known yet. Until they are, the tier of a grant follows what is known.`,
    ),
  ]
}

type Held = { content: AmendmentContent; ground: Ground }

export const nameOf = ({ authorities }: Pick<Ground, 'authorities'>, gssCode: string): string =>
  authorities.find((authority) => authority.gssCode === gssCode)?.name ?? gssCode

function beginning(grant: DraftGrant, at: string, held: Held): AmendmentFault[] {
  const { gssCode } = grant
  if (!held.ground.authorities.some((authority) => authority.gssCode === gssCode))
    return [error(`${at}.gssCode`, `There is no authority ${gssCode}.`)]
  return [...ofGrant(grant, at, held), ...settingFaults(grant, at, held)]
}

function ofGrant(grant: DraftGrant, at: string, { content, ground }: Held): AmendmentFault[] {
  const { gssCode, cohort, cohortStartOn, processesPersonalData, dpiaOn } = grant
  const programme = programmeAfter(content, ground)
  const name = nameOf(ground, gssCode)
  const hasLine = content.awards.some((award) => award.gssCode === gssCode && award.pence !== null)
  const isOpen = [...ground.windows, ...content.windows].some(
    ({ periodId, opensOn }) => opensOn <= ground.on && periodOf(periodId).endsBefore > cohortStartOn,
  )
  return when(
    [
      ground.grants.some((other) => other.gssCode === gssCode),
      error(`${at}.gssCode`, `${name} has a grant of this programme already.`),
    ],
    [isBlank(cohort), error(`${at}.cohort`, `Say which cohort ${name} belongs to, as the year it began.`)],
    [
      programme && (cohortStartOn < programme.startsOn || cohortStartOn >= programme.endsBefore),
      error(`${at}.cohortStartOn`, `${name} begins outside the days of the programme.`),
    ],
    [!hasLine, warning(`${at}.gssCode`, `${name} has no known award, so its tier is light.`)],
    [
      !ground.withLead.includes(gssCode),
      warning(`${at}.gssCode`, `${name} has no lead for this programme yet. Invite one.`),
    ],
    [
      processesPersonalData && dpiaOn === null,
      warning(`${at}.dpiaOn`, `${name} processes personal data, and no impact assessment is recorded.`),
    ],
    [
      isOpen && ground.opened.length > 0,
      warning(
        `${at}.cohortStartOn`,
        `${name} begins before periods that are collected already: returns for those open at once.`,
      ),
    ],
  )
}

function settingFaults(grant: DraftGrant, at: string, { content, ground }: Held): AmendmentFault[] {
  const { settings } = grant
  const programme = programmeAfter(content, ground)
  return [
    ...when(
      [
        programme?.settingsReport && settings.length === 0,
        warning(
          `${at}.settings`,
          `No setting takes part in ${nameOf(ground, grant.gssCode)}, so none reports.`,
        ),
      ],
      [
        programme && !programme.settingsReport && settings.length > 0,
        error(`${at}.settings`, 'Settings do not report to this programme. Take them out.'),
      ],
    ),
    ...settings.flatMap(({ urn, startsOn }, index) =>
      ofSetting({ urn, startsOn }, `${at}.settings.${index}`, { grant, ground }),
    ),
    ...repeats(settings, ({ urn }) => urn).map((index) =>
      error(`${at}.settings.${index}.urn`, `Setting ${settings[index]!.urn} is here twice.`),
    ),
  ]
}

function ofSetting(
  { urn, startsOn }: DraftGrant['settings'][number],
  at: string,
  { grant, ground }: { grant: DraftGrant; ground: Ground },
): AmendmentFault[] {
  const setting = ground.settings.find((each) => each.urn === urn)
  if (!setting) return [error(`${at}.urn`, `There is no setting with URN ${urn}.`)]
  return when(
    [
      setting.closedOn !== null && setting.closedOn < startsOn,
      error(`${at}.urn`, `${setting.name} had closed by then.`),
    ],
    [
      startsOn < grant.cohortStartOn,
      error(`${at}.startsOn`, `${setting.name} takes part before the grant begins.`),
    ],
  )
}

function ofAward(award: DraftAward, at: string, { content, ground }: Held): AmendmentFault[] {
  const { gssCode, financialYear, decision } = award
  const there = ground.grants.find((grant) => grant.gssCode === gssCode)
  const begins = content.grants.some((grant) => grant.gssCode === gssCode)
  const name = nameOf(ground, gssCode)
  const [first, second] = financialYear.split('-').map(Number) as [number, number]
  return when(
    [!there && !begins, error(`${at}.gssCode`, `${name} has no grant of this programme.`)],
    [
      second !== (first + 1) % 100,
      error(`${at}.financialYear`, 'The two years must follow each other, like 2026-27.'),
    ],
    [
      there?.awards.some((known) => known.financialYear === financialYear),
      error(`${at}.financialYear`, `${name} has an award line for ${financialYear} already.`),
    ],
    [
      decision !== null &&
        !ground.decisions.includes(decision) &&
        content.decisions.every(({ reference }) => reference !== decision),
      error(`${at}.decision`, `There is no decision ${decision} on record.`),
    ],
  )
}

function endings({ endedGrants }: AmendmentContent, ground: Ground): AmendmentFault[] {
  return endedGrants.flatMap(({ gssCode, endsBefore }, index) => {
    const grant = ground.grants.find((each) => each.gssCode === gssCode)
    const at = `endedGrants.${index}`
    if (!grant) return [error(`${at}.gssCode`, `${nameOf(ground, gssCode)} has no grant of this programme.`)]
    const isLate = ground.opened.some(
      (opened) => opened.gssCode === gssCode && periodOf(opened.periodId).startsOn >= endsBefore,
    )
    return when(
      [
        grant.endsBefore !== null,
        error(`${at}.gssCode`, `The grant of ${nameOf(ground, gssCode)} has its end.`),
      ],
      [
        isLate,
        error(
          `${at}.endsBefore`,
          `${nameOf(ground, gssCode)} has a return open for a period after that day.`,
        ),
      ],
      [endsBefore <= grant.cohortStartOn, error(`${at}.endsBefore`, 'A grant has to end after it begins.')],
    )
  })
}
