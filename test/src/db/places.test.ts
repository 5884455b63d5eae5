import { authorities, gssCodeOf } from '@inclusion/db/reference/authorities'
import { comparators, innerLondon, london, outerLondon } from '@inclusion/db/reference/comparators'
import { grantSettings } from '@inclusion/db/reference/grants/grant-settings'
import { lastListed, settings } from '@inclusion/db/reference/settings'
import { describe, expect, it } from 'vitest'

const row = (area: string, year: string) =>
  comparators.find((one) => one.area === area && one.academicYear === year)

const subregionOf = (name: string) => authorities.find((one) => one.name === name)?.subregion

describe('the authorities', () => {
  it('are the 32 boroughs and the City of London', () => {
    expect(authorities).toHaveLength(33)
    expect(authorities.filter(({ isBorough }) => isBorough === 0).map(({ name }) => name)).toEqual([
      'City of London',
    ])
    expect(authorities.filter(({ subregion }) => subregion === 'Inner')).toHaveLength(14)
  })

  it.each([
    ['Greenwich', 'Outer'],
    ['Haringey', 'Inner'],
    ['Newham', 'Inner'],
    ['Barking and Dagenham', 'Outer'],
    ['Wandsworth', 'Inner'],
  ])('%s is in %s London, whatever its DfE code begins with', (name, subregion) => {
    expect(subregionOf(name)).toBe(subregion)
  })

  it("agree with the region that DfE's absence file gives each of them", () => {
    for (const [subregion, area] of [
      ['Inner', innerLondon],
      ['Outer', outerLondon],
    ] as const) {
      const codes = new Set(
        authorities.filter((one) => one.subregion === subregion).map(({ gssCode }) => gssCode),
      )
      const rows = comparators.filter((row) => row.areaLevel === 'authority' && codes.has(row.area))
      for (const year of new Set(rows.map(({ academicYear }) => academicYear))) {
        const enrolments = rows
          .filter((row) => row.academicYear === year)
          .reduce((sum, row) => sum + row.enrolments, 0)
        const published =
          comparators.find((row) => row.area === area && row.academicYear === year)?.enrolments ?? 0
        expect([year, enrolments]).toEqual([year, published])
      }
    }
  })
})

describe('the settings', () => {
  it('are the 63 published, in an authority that exists, with nothing made up', () => {
    const codes = new Set(authorities.map(({ gssCode }) => gssCode))
    expect(settings).toHaveLength(63)
    expect(new Set(settings.map(({ urn }) => urn)).size).toBe(63)
    for (const setting of settings) {
      expect(codes).toContain(setting.gssCode)
      expect([setting.type, setting.openedOn, setting.closedOn, setting.successorUrn]).toEqual([
        null,
        null,
        null,
        null,
      ])
      expect(setting.source).toMatch(/20\d\d-\d\d$/)
      expect(setting.name).not.toMatch(/[A-Z]{6}/)
    }
  })

  it('keep a name as it was published, misspelt or not', () => {
    expect(settings.find(({ urn }) => urn === '131441')?.name).toBe('Brent Pupil Referal Unit Key Stage 4')
    expect(settings.find(({ urn }) => urn === '134643')?.name).toBe('CCfL Key Stage 3 PRU')
  })
})

describe('the settings of the grants', () => {
  it('leave out primary settings and those last listed long ago', () => {
    const taking = new Set(grantSettings.map(({ urn }) => urn))
    const left = settings.filter(({ urn }) => !taking.has(urn))
    const wronglyLeft = left.filter(
      ({ urn, name }) => !/primary/i.test(name) && (lastListed.get(urn) ?? '') >= '2015-16',
    )
    const wronglyTaken = settings.filter(({ urn, name }) => taking.has(urn) && /primary/i.test(name))
    expect([wronglyLeft, wronglyTaken]).toEqual([[], []])
    expect(left).toHaveLength(9)
  })

  it('let Malden Oaks serve Kingston and Richmond upon Thames', () => {
    const boroughs = grantSettings.filter(({ urn }) => urn === '102562').map(({ grantId }) => grantId)
    expect(boroughs).toEqual([
      `APM-${gssCodeOf('Kingston upon Thames')}`,
      `APM-${gssCodeOf('Richmond upon Thames')}`,
    ])
  })
})

describe('the comparators', () => {
  it('cover nine years of 31 authorities, Inner, Outer, London and England', () => {
    expect(comparators).toHaveLength(9 * (31 + 4))
    expect(new Set(comparators.map(({ academicYear }) => academicYear))).not.toContain('2019-20')
  })

  it('add London up from Inner and Outer, in every year and column', () => {
    const columns = [
      'schools',
      'enrolments',
      'possible',
      'absence',
      'authorised',
      'unauthorised',
      'persistent',
    ] as const
    for (const whole of comparators.filter(({ area }) => area === london)) {
      const [inner, outer] = [row(innerLondon, whole.academicYear), row(outerLondon, whole.academicYear)]
      for (const column of columns)
        expect(whole[column]).toBe((inner?.[column] ?? 0) + (outer?.[column] ?? 0))
    }
    expect(row(london, '2022-23')).toMatchObject({ possible: 299_003 + 438_904, absence: 101_449 + 168_794 })
  })

  it.each([
    ['E92000001', '40.75', '81.2', '37.5'],
    [innerLondon, '33.93', '67.7', '25.3'],
    [outerLondon, '38.46', '78.2', '32.8'],
  ])('give the published rates of %s in 2022-23', (area, absence, persistent, severe) => {
    const found = row(area, '2022-23')
    if (!found) throw new Error(`No row for ${area}`)
    expect(((100 * found.absence) / found.possible).toFixed(2)).toBe(absence)
    expect(((100 * found.persistent) / found.enrolments).toFixed(1)).toBe(persistent)
    expect(((100 * (found.severe ?? 0)) / found.enrolments).toFixed(1)).toBe(severe)
  })

  it('know severe absence only from 2016-17, and hold together', () => {
    for (const one of comparators) {
      expect(one.severe === null).toBe(one.academicYear < '2016-17')
      expect(one.authorised + one.unauthorised).toBe(one.absence)
      expect(one.persistent).toBeLessThanOrEqual(one.enrolments)
      expect(one.severe ?? 0).toBeLessThanOrEqual(one.persistent)
      expect(one.absence).toBeLessThanOrEqual(one.possible)
    }
  })
})
