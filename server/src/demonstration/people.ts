/** The people of the demonstration: all invented. Ids are their names, so that tests and docs can say who. */
import type { Role } from '@inclusion/shared/roles'

export type InventedPerson = {
  id: string
  name: string
  jobTitle: string
  memberships: { role: Role; programme?: string; gssCode?: string; urn?: string }[]
}

const camden = 'E09000007'
const hackney = 'E09000012'
const croydon = 'E09000008'

const person = (
  name: string,
  jobTitle: string,
  ...memberships: InventedPerson['memberships']
): InventedPerson => ({
  id: name.toLowerCase().replaceAll(' ', '-'),
  name,
  jobTitle,
  memberships,
})

/** Those whose work the demonstration shows. */
export const mainPeople: InventedPerson[] = [
  person('Ruth Okafor', 'Vulnerable pupils lead, Camden', {
    role: 'lead',
    gssCode: camden,
    programme: 'APM',
  }),
  person('Daniel Marsh', 'Head of inclusion, Camden', { role: 'certifier', gssCode: camden }),
  person(
    'Helen Achebe',
    'Executive head, CCfL',
    { role: 'head', urn: '100006' },
    { role: 'head', urn: '134643' },
  ),
  person('Priya Nair', 'Inclusion programmes lead, Hackney', { role: 'lead', gssCode: hackney }),
  person('Owen Clarke', 'Assistant director, education, Hackney', { role: 'certifier', gssCode: hackney }),
  person('Martin Osei', 'Head, New Regents College', { role: 'head', urn: '134635' }),
  person('Tom Bennett', 'School improvement officer, Croydon', {
    role: 'lead',
    gssCode: croydon,
    programme: 'CPD',
  }),
  person('Farah Siddiqui', 'Mentoring lead, Croydon', { role: 'lead', gssCode: croydon, programme: 'APM' }),
  person('Joan Whitcombe', 'Director of education, Croydon', { role: 'certifier', gssCode: croydon }),
  person('Stella Marino', 'Head, Malden Oaks', { role: 'head', urn: '102562' }),
  person('Leila Haddad', 'Senior evaluator, RMEL', { role: 'evaluator' }),
  person('Sam Whitfield', 'Evaluator, RMEL', { role: 'evaluator' }),
  person('Chloe Bright', 'Education programme manager, VRU', { role: 'programme-manager' }),
  person('Grace Adeyemi', 'Director, VRU', { role: 'approver' }),
  person('Ian Fletcher', 'Chief finance officer, MOPAC', { role: 'approver' }),
  person('Noor Rahman', 'Service administrator', { role: 'administrator' }),
  person('Marcus Lee', 'Evaluation partner', { role: 'reader' }),
]

const firstNames =
  'Adaeze Alan Bethan Carlos Dana Ebony Faisal Gemma Hassan Imogen Jamal Karen Liam Maya Nadia Oscar Paula Quentin Rosa Simon Tara Usman Vera Will Xenia Yasmin Zara Anil Bola Colin Della Ewan Fola'.split(
    ' ',
  )
const lastNames =
  'Abbott Brown Chukwu Davies Ellis Farrow Gill Hughes Islam Jones Khan Lewis Mensah Novak Owusu Patel Quinn Reid Shah Turner Usher Vaughan Walker Xavier Young Zaman Ahmed Boateng Cole Dixon Evans Ford Grant'.split(
    ' ',
  )

const peopled = new Set([camden, hackney, croydon])

/** A lead and a certifier for every other borough. `index` keeps their names apart; `trains` adds CPD. */
export function boroughPeople(
  { gssCode, name, trains }: { gssCode: string; name: string; trains: boolean },
  index: number,
): InventedPerson[] {
  if (peopled.has(gssCode)) return []
  const scope = trains ? { gssCode } : { gssCode, programme: 'APM' }
  const lead = `${firstNames[index]} ${lastNames[(index * 7) % lastNames.length]}`
  const certifier = `${firstNames[(index * 5 + 3) % firstNames.length]} ${lastNames[(index * 11 + 5) % lastNames.length]}`
  return [
    person(lead, `Inclusion lead, ${name}`, { role: 'lead', ...scope }),
    person(certifier, `Head of education, ${name}`, { role: 'certifier', ...scope }),
  ]
}

/** Who files for a borough, by programme. */
export type Filers = { lead: string; certifier: string }
