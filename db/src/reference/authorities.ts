/**
 * The 33 London local authorities. Inner and Outer are DfE's regions, which the DfE code does not tell:
 * Greenwich (203) is Outer; Haringey (309) and Newham (316) are Inner.
 */
import type { AuthorityRow } from '../tables/places.ts'

type Entry = [gssCode: string, dfeCode: string, name: string, subregion: AuthorityRow['subregion']]

const entries: Entry[] = [
  ['E09000001', '201', 'City of London', 'Inner'],
  ['E09000002', '301', 'Barking and Dagenham', 'Outer'],
  ['E09000003', '302', 'Barnet', 'Outer'],
  ['E09000004', '303', 'Bexley', 'Outer'],
  ['E09000005', '304', 'Brent', 'Outer'],
  ['E09000006', '305', 'Bromley', 'Outer'],
  ['E09000007', '202', 'Camden', 'Inner'],
  ['E09000008', '306', 'Croydon', 'Outer'],
  ['E09000009', '307', 'Ealing', 'Outer'],
  ['E09000010', '308', 'Enfield', 'Outer'],
  ['E09000011', '203', 'Greenwich', 'Outer'],
  ['E09000012', '204', 'Hackney', 'Inner'],
  ['E09000013', '205', 'Hammersmith and Fulham', 'Inner'],
  ['E09000014', '309', 'Haringey', 'Inner'],
  ['E09000015', '310', 'Harrow', 'Outer'],
  ['E09000016', '311', 'Havering', 'Outer'],
  ['E09000017', '312', 'Hillingdon', 'Outer'],
  ['E09000018', '313', 'Hounslow', 'Outer'],
  ['E09000019', '206', 'Islington', 'Inner'],
  ['E09000020', '207', 'Kensington and Chelsea', 'Inner'],
  ['E09000021', '314', 'Kingston upon Thames', 'Outer'],
  ['E09000022', '208', 'Lambeth', 'Inner'],
  ['E09000023', '209', 'Lewisham', 'Inner'],
  ['E09000024', '315', 'Merton', 'Outer'],
  ['E09000025', '316', 'Newham', 'Inner'],
  ['E09000026', '317', 'Redbridge', 'Outer'],
  ['E09000027', '318', 'Richmond upon Thames', 'Outer'],
  ['E09000028', '210', 'Southwark', 'Inner'],
  ['E09000029', '319', 'Sutton', 'Outer'],
  ['E09000030', '211', 'Tower Hamlets', 'Inner'],
  ['E09000031', '320', 'Waltham Forest', 'Outer'],
  ['E09000032', '212', 'Wandsworth', 'Inner'],
  ['E09000033', '213', 'Westminster', 'Inner'],
]

/** Not one of the 32 boroughs, and outside the Metropolitan Police force area. */
const cityOfLondon = 'E09000001'

export const authorities: AuthorityRow[] = entries.map(([gssCode, dfeCode, name, subregion]) => ({
  gssCode,
  dfeCode,
  name,
  subregion,
  isBorough: gssCode === cityOfLondon ? 0 : 1,
}))

/** The GSS code of an authority by its name here. Throws on a name that is not one. */
export function gssCodeOf(name: string): string {
  const found = authorities.find((authority) => authority.name === name)
  if (!found) throw new RangeError(`No London authority is called ${name}`)
  return found.gssCode
}
