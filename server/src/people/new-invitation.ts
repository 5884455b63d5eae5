/** What an invitation is made of, and which scope goes with which role. */
import * as z from 'zod'
import { Role, roleNames } from '@inclusion/shared/roles'
import { storableText } from '@inclusion/shared/text'
import { LocalDate } from '@inclusion/shared/time'

/** An email as it is stored and compared: trimmed, in small letters. */
export const Email = storableText(254)
  .trim()
  .toLowerCase()
  .regex(z.regexes.email, 'Enter an email address, for example name@council.gov.uk')

/** Which scope a role needs, and which it may not have. */
const scopes: Record<Role, { needs: 'gssCode' | 'urn' | null; mayHave: ('programme' | 'gssCode')[] }> = {
  lead: { needs: 'gssCode', mayHave: ['programme'] },
  certifier: { needs: 'gssCode', mayHave: ['programme'] },
  head: { needs: 'urn', mayHave: ['programme', 'gssCode'] },
  evaluator: { needs: null, mayHave: ['programme'] },
  'programme-manager': { needs: null, mayHave: ['programme'] },
  approver: { needs: null, mayHave: ['programme'] },
  administrator: { needs: null, mayHave: [] },
  reader: { needs: null, mayHave: ['programme'] },
}

export const NewInvitation = z
  .object({
    email: Email,
    name: storableText(100)
      .trim()
      .min(1, 'Enter their name')
      .regex(/^[^\p{Cc}]*$/u, 'Enter the name on one line'),
    role: Role,
    programme: storableText(10).nullable().default(null),
    gssCode: storableText(9).nullable().default(null),
    urn: storableText(6).nullable().default(null),
    /** The first day on which the role is no longer held, where it is known. */
    endsBefore: LocalDate.nullable().default(null),
    /** Whether it is known that the role conflicts with another of theirs. */
    knowing: z.boolean().default(false),
  })
  .superRefine((invitation, refinement) => {
    const { needs, mayHave } = scopes[invitation.role]
    const refuse = (field: keyof typeof scopeWords, message: string) =>
      refinement.addIssue({ code: 'custom', path: [field], message })
    if (needs !== null && invitation[needs] === null) refuse(needs, missing[needs])
    for (const field of ['programme', 'gssCode', 'urn'] as const) {
      const given = invitation[field] !== null
      const may = field === needs || mayHave.some((allowed) => allowed === field)
      const message = `${roleNames[invitation.role]} is not a role for one ${scopeWords[field]}`
      if (given && !may) refuse(field, message)
    }
  })
  .meta({ id: 'NewInvitation' })
export type NewInvitation = z.infer<typeof NewInvitation>

/** Whether it is known that the role conflicts with another of theirs, perhaps given since. */
export const SendAgain = z
  .object({ knowing: z.boolean().default(false) })
  .strict()
  .meta({ id: 'SendAgain' })
export type SendAgain = z.infer<typeof SendAgain>

const missing = {
  gssCode: 'Choose the authority this person works for',
  urn: 'Choose the setting this person is head of',
}

export const scopeWords = { programme: 'programme', gssCode: 'authority', urn: 'setting' }
