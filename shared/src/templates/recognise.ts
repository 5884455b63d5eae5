/** Whether a file is the template of this return: if not, the sentence that says whose it is. */
import { periodLabel, PeriodId } from '../periods.ts'
import { ReturnId } from '../returns.ts'
import { listWords } from '../standards/words.ts'
import { templateVersion, type Template, type TemplateIdentity } from './template.ts'

const notOurs =
  'This file is not a template of this service. Download the template of this return and fill that one in.'

/** Why a file without any mark of a template is refused. */
export const refuseUnmarked = (): string => notOurs

/** Why a file of this return is refused in which no figure of it is found any more. */
export const refuseEmpty = (): string =>
  'No figure of this return was found in this file: its lines, its headings or its column “Key” were taken out. Download the template again, copy your figures across, and upload that one.'

export function refuseVersion({ version }: Pick<TemplateIdentity, 'version'>): string | null {
  if (!Number.isInteger(version) || version < 1) return notOurs
  if (version <= templateVersion) return null
  return 'This template was made by a later version of this service than the one that reads it. Download the template again, copy your figures across, and upload that one.'
}

/** Why a file that says it is of other returns is refused; null where it names this one, or none. */
export function refuseOther(named: readonly string[], template: Template): string | null {
  const others = named.filter((id) => id !== template.identity.returnId)
  const [other] = others
  if (other === undefined) return null
  if (named.length > 1)
    return `This file holds figures of ${named.length} returns: ${listWords(named.slice(0, 5))}. Upload the lines of one return at a time.`
  return ReturnId.safeParse(other).success ? whose(other, template) : notOurs
}

const partsOfId = /^([A-Z]{2,5})-(E\d{8})-(.+)$/

function whose(other: string, { authority, programme, period }: Template): string {
  const [, itsProgramme, itsAuthority, itsPeriod = ''] = partsOfId.exec(other) ?? []
  const mend = `Nothing was changed. Download the template of ${authority.name}, ${programme.name}, ${period.label}.`
  if (itsProgramme !== programme.code)
    return `This file is of another programme, ${itsProgramme}, and this return is of ${programme.name}. ${mend}`
  if (itsAuthority !== authority.gssCode)
    return `This file is of another borough, and this return is of ${authority.name}. ${mend}`
  const label = PeriodId.safeParse(itsPeriod).success ? periodLabel(itsPeriod) : itsPeriod
  return `This file is of ${label}, and this return is of ${period.label}. ${mend}`
}
