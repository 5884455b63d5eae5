/** Reference edition 1. Clause 9, Private. What 9.1 finds is refused before it is stored; see `privacy/`. */
import type { Check } from '../check.ts'
import { check } from './row.ts'

export const isPrivate: Check[] = [
  check('9.1', ['b', 'b', 'b'], { kind: 'personal-identifier' }, [
    'No text holds an identifier of a person',
    'A return is about numbers of young people, never about one. What is not here cannot be lost.',
  ]),
  check('9.2', ['e', 'e', 'e'], { kind: 'probable-name' }, [
    "No text holds a person's name",
    'A name tells who is meant. What looks like one is mostly one, but a school or a street may carry it too.',
  ]),
  check('9.3', ['e', 'e', 'e'], { kind: 'singled-out' }, [
    'No text singles out a child',
    '"The only girl in Year 9" is a name to everyone who knows the school.',
  ]),
  check('9.4', ['b', 'b', 'b'], { kind: 'no-impact-assessment' }, [
    'A grant that processes personal data has a data protection impact assessment on record',
    'The decisions ask for one wherever personal data is processed (PCD 1610, PCD 1769).',
  ]),
]
