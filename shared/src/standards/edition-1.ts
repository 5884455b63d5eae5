/**
 * Reference edition 1 of the VRU Monitoring Minimum Standards. The VRU's own text is not published: this
 * is a complete, replaceable rule set in its spirit (decision PCD 1769), named so wherever it is shown.
 */
import type { Standard } from './check.ts'
import { accountable } from './edition-1/accountable.ts'
import { brokenDown } from './edition-1/broken-down.ts'
import { complete } from './edition-1/complete.ts'
import { consistent } from './edition-1/consistent.ts'
import { evidenced } from './edition-1/evidenced.ts'
import { learning } from './edition-1/learning.ts'
import { measured } from './edition-1/measured.ts'
import { onTime } from './edition-1/on-time.ts'
import { plausible } from './edition-1/plausible.ts'
import { isPrivate } from './edition-1/private.ts'
import { valid } from './edition-1/valid.ts'
import { value } from './edition-1/value.ts'

export const referenceEdition1: Standard = {
  id: 'reference-1',
  name: 'reference edition 1',
  clauses: [
    { number: '1', name: 'Complete' },
    { number: '2', name: 'On time' },
    { number: '3', name: 'Valid' },
    { number: '4', name: 'Consistent' },
    { number: '5', name: 'Plausible' },
    { number: '6', name: 'Measured' },
    { number: '7', name: 'Broken down' },
    { number: '8', name: 'Evidenced' },
    { number: '9', name: 'Private' },
    { number: '10', name: 'Accountable' },
    { number: '11', name: 'Learning' },
    { number: '12', name: 'Value' },
  ],
  checks: [
    ...complete,
    ...onTime,
    ...valid,
    ...consistent,
    ...plausible,
    ...measured,
    ...brokenDown,
    ...evidenced,
    ...isPrivate,
    ...accountable,
    ...learning,
    ...value,
  ],
}
