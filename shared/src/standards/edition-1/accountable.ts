/** Reference edition 1. Clause 10, Accountable. */
import type { Check } from '../check.ts'
import { check } from './row.ts'

export const accountable: Check[] = [
  check('10.1', ['-', 'b', 'b'], { kind: 'certifier-is-sender' }, [
    'A person other than the sender certifies the return',
    'Two people stand behind a return. In the light tier the lead alone does, in proportion to the grant.',
  ]),
  check('10.2', ['b', 'b', 'b'], { kind: 'declaration-missing' }, [
    'The declaration is made',
    'Whoever submits a return says in their own name that it is right to the best of their knowledge.',
  ]),
  check('10.3', ['b', 'b', 'b'], { kind: 'changed-since-sent' }, [
    'Nothing has changed since the return was sent for sign-off',
    'A signature holds only for what the person who signs has been shown.',
  ]),
]
