/** Who is who where UPNs are missing, changed or copied, and where pupils have one name. */
import { describe, expect, test } from 'vitest'
import { leftOut, marksOf, pupilsOf, read } from './read-text.ts'

const [bo, cy, permanent, temporary] = ['A999200005001', 'A999200005002', 'B999200005009', 'A99920000500Z']

describe('what stands for a UPN that is not there joins nobody', () => {
  test.each(['N/A', '-', '0', 'TBC', 'None', 'Temp', 'unknown', '?', '0000000000000'])('"%s"', (given) => {
    const register = read(
      `UPN;Name;Date;AM;PM\n${given};Amy Jones;13/10/2025;/;\\\n${given};Omar Khan;13/10/2025;I;I\n${bo};Bo Li;13/10/2025;/;\\`,
    )
    expect(register.pupils).toHaveLength(3)
    expect(leftOut(register)).toEqual([])
  })

  test('nor one for another number', () => {
    expect(
      read('Adm No;Name;Date;AM;PM\nTBC;Amy Jones;13/10/2025;/;\\\nTBC;Jones, Amy M;13/10/2025;/;\\').pupils,
    ).toHaveLength(2)
    expect(
      read('Adm No;DOB;Date;AM;PM\nN/A;01/02/2011;13/10/2025;/;\\\nN/A;02/02/2011;13/10/2025;/;\\').pupils,
    ).toHaveLength(2)
  })

  test('and a row with nothing else names nobody', () => {
    expect(leftOut(read(`UPN;Date;AM;PM\nN/A;13/10/2025;/;\\\n${bo};13/10/2025;/;\\`))).toEqual([
      'nobody 1 0 1',
    ])
  })

  test('a number made up for a UPN joins, unless the names differ', () => {
    const rows = (name: string) => `UPN;Name;Date;AM;PM\nTEMP1;${name};13/10/2025;/;\\`
    expect(read(rows('Bo Li'), rows('Li, Bo')).pupils).toHaveLength(1)
    expect(read(rows('Bo Li'), rows('Cy Oh')).pupils).toHaveLength(2)
  })
})

describe('a UPN on the row of another pupil', () => {
  test('joins neither where the name and the date of birth, or the number, differ; and is said', () => {
    const births = read(
      `UPN;Name;DOB;Date;AM;PM\n${bo};Bo Li;01/02/2011;13/10/2025;/;\\\n${bo};Cy Oh;02/03/2010;13/10/2025;I;I`,
    )
    expect(births.pupils).toHaveLength(2)
    expect(leftOut(births)).toEqual(['sharedUpn 1 0 2'])
    const numbers = `UPN;Adm No;Name;Date;AM;PM\n${bo};1;Bo Li;13/10/2025;/;\\\n${bo};2;Cy Oh;13/10/2025;I;I`
    expect(read(numbers).pupils).toHaveLength(2)
  })

  test('is said where one sheet gives it to two names; another sheet’s rows go to the name they have', () => {
    const rows = (day: string) => `UPN;Name;Date;AM;PM\n${bo};Bo Li;${day};/;\\\n${bo};Cy Oh;${day};/;\\`
    const register = read(rows('13/10/2025'), rows('14/10/2025'))
    expect(pupilsOf(register)).toEqual([`${bo}|Bo Li`, `${bo}|Cy Oh`])
    expect(marksOf(register).map((mark) => mark.slice(0, 12))).toEqual([
      '0 2025-10-13',
      '0 2025-10-13',
      '1 2025-10-13',
      '1 2025-10-13',
      '0 2025-10-14',
      '0 2025-10-14',
      '1 2025-10-14',
      '1 2025-10-14',
    ])
    expect(leftOut(register)).toEqual(['sharedUpn 1 0 2'])
  })

  test('is hers where one sheet gives a part of her name', () => {
    const text = `UPN;Name;Date;AM;PM\n${bo};Bo Mary Li;13/10/2025;/;\\\n${bo};Li, Bo;14/10/2025;/;\\`
    expect(read(text).pupils).toHaveLength(1)
  })

  test('is still hers where her name alone has changed', () => {
    const rows = (name: string) => `UPN;Name;DOB;Date;AM;PM\n${bo};${name};01/02/2011;13/10/2025;/;\\`
    const register = read(rows('Bo Li'), rows('Bo Oh'))
    expect(register.pupils).toHaveLength(1)
    expect(leftOut(register)).toEqual([])
  })
})

describe('the UPN of several', () => {
  test('a former one is shown, and joins nobody, wherever its column stands', () => {
    const register = read(
      `Former UPN;UPN;Name;Date;AM;PM\n;${bo};Bo Li;13/10/2025;/;\\\n${bo};${cy};Cy Oh;13/10/2025;I;I`,
    )
    expect(register.identifierColumns).toEqual(['Former UPN', 'UPN', 'Name'])
    expect(pupilsOf(register)).toEqual([`|${bo}|Bo Li`, `${bo}|${cy}|Cy Oh`])
    const same = 'Former UPN;UPN;Name;Date;AM;PM\n'
    expect(
      read(
        `${same};${bo};Bo Li;13/10/2025;/;\\\n;${cy};Bo Li;13/10/2025;I;I`,
        `${same};${cy};Bo Li;14/10/2025;I;I`,
      ).pupils,
    ).toHaveLength(2)
  })

  test('a temporary one stands in where there is no other', () => {
    const register = read(
      `Temporary UPN;UPN;Name;Date;AM;PM\n${temporary};;Bo Li;13/10/2025;/;\\\n;${cy};Cy Oh;13/10/2025;I;I`,
      `Temporary UPN;UPN;Name;Date;AM;PM\n${temporary};;Bo Oh;14/10/2025;/;\\`,
    )
    expect(register.pupils).toHaveLength(2)
  })
})

describe('a UPN that changes', () => {
  const day = (headings: string, pupil: string, date: string) =>
    `${headings};Date;AM;PM\n${pupil};${date};/;\\`

  test.each([
    ['Adm No;UPN;Name', (upn: string) => `001;${upn};Bo Li`],
    ['UPN;Name;DOB', (upn: string) => `${upn};Bo Li;01/02/2011`],
  ])('from temporary to permanent is one pupil by %s', (headings, pupil) => {
    const files = [
      day(headings, pupil(temporary), '13/10/2025'),
      day(headings, pupil(permanent), '03/11/2025'),
    ]
    for (const texts of [files, files.toReversed()]) {
      const register = read(...texts)
      expect(pupilsOf(register)).toEqual([pupil(permanent).replaceAll(';', '|')])
      expect(leftOut(register)).toEqual([])
    }
  })

  test('is two pupils by a name alone, or where both are permanent; those with a number or birthday in common are said', () => {
    expect(
      read(day('UPN;Name', `${temporary};Bo Li`, '13/10/2025'), day('UPN;Name', `${cy};Bo Li`, '14/10/2025'))
        .pupils,
    ).toHaveLength(2)
    const births = read(
      day('UPN;Name;DOB', `${bo};Bo Li;01/02/2011`, '13/10/2025'),
      day('UPN;Name;DOB', `${cy};Bo Li;01/02/2011`, '14/10/2025'),
    )
    expect(births.pupils).toHaveLength(2)
    expect(leftOut(births)).toEqual(['twoUpns 1 1 1'])
    const numbers = read(
      day('UPN;Adm No', `${bo};001`, '13/10/2025'),
      day('UPN;Adm No', `${cy};1`, '14/10/2025'),
    )
    expect(leftOut(numbers)).toEqual(['twoUpns 1 1 1'])
  })
})

describe('one name', () => {
  const columns = 'Name;Reg;Mon 13/10/2025;Tue 14/10/2025'

  test('on two rows of one sheet of pupils, and nothing else, names neither, in any file; and is said', () => {
    const register = read(
      `${columns}\nSmith, Jack;10A;/\\;/\\\nJack Smith;11B;II;II\nLee, Ann;11B;/\\;/\\`,
      'Name;Date;AM;PM\nSmith, Jack;15/10/2025;/;\\',
    )
    expect(pupilsOf(register)).toEqual(['Lee, Ann'])
    expect(leftOut(register)).toEqual(['several 2 0 1', 'several 1 1 1'])
  })

  test('on two rows with numbers of their own is two pupils', () => {
    expect(read(`UPN;${columns}\n${bo};Bo Li;9A;/\\;/\\\n${cy};Bo Li;9B;II;II`).pupils).toHaveLength(2)
  })

  test('of a pupil without a UPN beside one who has one, in one sheet, is hers alone', () => {
    const rows = (day: string) =>
      `UPN;Name;Date;AM;PM\n${bo};Bo Li;${day};/;\\\n;Bo Li;${day};I;I\n;Bo Li;17/11/2025;N;N`
    const register = read(rows('13/10/2025'), rows('14/10/2025'))
    expect(pupilsOf(register)).toEqual([`${bo}|Bo Li`, '|Bo Li'])
    expect(marksOf(register).filter((mark) => mark.startsWith('0'))).toHaveLength(4)
    const third = 'Name;Date;AM;PM\nBo Li;15/10/2025;/;\\'
    expect(leftOut(read(third, rows('13/10/2025')))).toEqual(['several 1 0 1', 'namesake 1 1 2'])
  })

  test.each([
    ['UPN;Name;Date;AM;PM', bo, ';/;\\'],
    ['DOB;Name;Date;AM;PM', '01/02/2011', ';/;\\'],
    ['UPN;Name;Date;Session;Mark', bo, ';AM;/'],
  ])('whose first row alone has the %s is one pupil', (headings, first, marks) => {
    const register = read(
      `${headings}\n${first};Bo Li;13/10/2025${marks}\n;Bo Li;14/10/2025${marks}\n;Bo Li;15/10/2025${marks}`,
    )
    expect(pupilsOf(register)).toEqual([`${first}|Bo Li`])
    expect(leftOut(register)).toEqual([])
  })

  test('that two with numbers have in a sheet of days is neither’s alone; and is said', () => {
    const register = read(
      `UPN;Name;Date;AM;PM\n${bo};Bo Li;13/10/2025;/;\\\n${cy};Bo Li;13/10/2025;I;I\n;Bo Li;14/10/2025;N;N`,
    )
    expect(register.pupils).toHaveLength(2)
    expect(leftOut(register)).toEqual(['several 1 0 3'])
  })

  test('on two rows of a sheet of pupils, one of them with a number, is two pupils; and is said', () => {
    const register = read(`UPN;${columns}\n${bo};Bo Li;9A;/\\;/\\\n;Bo Li;9B;II;II`)
    expect(register.pupils).toHaveLength(2)
    expect(leftOut(register)).toEqual(['namesake 1 0 2'])
  })
})

test('a number that differs on every row of marks is no pupil’s', () => {
  const rows = 'ID;Name;Date;Session;Mark\n90001;Bo Li;13/10/2025;AM;/\n90002;Bo Li;13/10/2025;PM;I'
  const register = read(`${rows}\n90003;Cy Oh;13/10/2025;AM;/\n90004;Cy Oh;13/10/2025;PM;I`)
  expect(pupilsOf(register)).toEqual(['Bo Li', 'Cy Oh'])
  const pupils = 'ID;Name;Date;AM;PM\n1;Bo Li;13/10/2025;/;\\\n2;Bo Li;13/10/2025;I;I\n3;Cy Oh;13/10/2025;I;I'
  expect(read(pupils).pupils).toHaveLength(3)
})
