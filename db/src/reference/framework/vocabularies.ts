/**
 * Controlled vocabularies of the breakdowns, with the spellings accepted on paste and upload. Pupil
 * characteristics are DfE's. `Total` is never a category.
 */
import type { Category, Disaggregation } from '@inclusion/shared/framework/indicators'
import type { Tier } from '@inclusion/shared/framework/tiers'

const unknown = category('unknown', 'Unknown', ['N/K', 'NK', 'Not known', 'Not stated', 'Unclassified'])

export const vocabularies = {
  sex: vocabulary('sex', 'Sex', [
    category('female', 'Female', ['F', 'Girl', 'Girls']),
    category('male', 'Male', ['M', 'Boy', 'Boys']),
    unknown,
  ]),
  ethnicity: vocabulary('ethnicity', 'Ethnicity', [
    category('asian', 'Asian / Asian British', ['Asian/Asian British', 'Asian or Asian British', 'Asian']),
    category('black', 'Black / African / Caribbean / Black British', [
      'Black/African/Caribbean/Black British',
      'Black or Black British',
      'Black',
    ]),
    category('mixed', 'Mixed / Multiple ethnic groups', ['Mixed/Multiple ethnic groups', 'Mixed']),
    category('white', 'White'),
    category('other', 'Other ethnic group', ['Other', 'Any other ethnic group']),
    unknown,
  ]),
  ageBand: vocabulary('age-band', 'Age band', [
    category('11-13', '11 to 13', ['11-13', '11–13']),
    category('14-16', '14 to 16', ['14-16', '14–16']),
    category('17-18', '17 to 18', ['17-18', '17–18']),
    unknown,
  ]),
  senProvision: vocabulary('sen-provision', 'Special educational needs provision', [
    category('ehc-plan', 'Education, health and care plan', ['EHCP', 'EHC plan', 'EHC']),
    category('sen-support', 'SEN support', [
      'SEN support / SEN without an EHC plan',
      'SEN without an EHC plan',
      'K',
    ]),
    category('no-sen', 'No SEN provision', ['No SEN', 'None', 'No identified SEN']),
    unknown,
  ]),
  freeSchoolMeals: vocabulary('fsm', 'Free school meals', [
    category('eligible', 'Eligible', ['FSM', 'FSM eligible', 'Yes', 'Y']),
    category('not-eligible', 'Not eligible', ['Not FSM', 'No', 'N']),
    unknown,
  ]),
  theme: vocabulary('theme', 'Mentoring theme', [
    category('resilience', 'Resilience'),
    category('careers', 'Careers', ['Career']),
    category('re-engagement', 'Re-engagement', ['Reengagement', 'Re engagement']),
    category('families', 'Families', ['Family']),
    category('academic-support', 'Academic support', ['Academic']),
    category('girls-and-young-women', 'Girls and young women', ['Girls', 'Girls & young women']),
  ]),
  leavingReason: vocabulary('reason', 'Reason for leaving', [
    category('moved-away', 'Moved school or area', ['Moved', 'Moved away']),
    category('placement-ended', 'Placement at the setting ended', ['Placement ended']),
    category('chose-to-stop', 'Young person or family chose to stop', ['Chose to stop', 'Declined']),
    category('stopped-attending', 'Stopped attending', ['Disengaged', 'Did not attend', 'DNA']),
    category('other-support', 'Passed to other support', ['Referred on', 'Other support']),
    category('other', 'Other'),
    unknown,
  ]),
  mode: vocabulary('mode', 'Kind of session', [
    category('one-to-one', 'One-to-one', ['1:1', '1-1', '1 to 1', 'One to one']),
    category('group', 'Group', ['Groups', 'Small group']),
  ]),
  spending: vocabulary('kind', 'Kind of spending', [
    category('salaries', 'Salaries', ['Salary', 'Staff', 'Staffing']),
    category('other', 'Other costs', ['Other', 'Expenses']),
  ]),
  areaOfNeed: vocabulary('area-of-need', 'Area of need', [
    category('sharing-practice', 'Sharing promising inclusive practice between schools', [
      'Sharing practice',
    ]),
    category('scaling-training', 'Scaling up and sharing training that has shown promise locally', [
      'Scaling up',
    ]),
    category('new-training', 'New, evidence-based CPD for emerging needs', ['New CPD', 'Emerging needs']),
    category('staff-resilience', 'Mental health and resilience of school staff', [
      'Staff wellbeing',
      'Staff resilience',
    ]),
  ]),
  format: vocabulary('format', 'Format', [
    category('workshop', 'Workshop', ['Workshops']),
    category('coaching', 'Coaching'),
    category('peer-visit-or-network', 'Peer visit or network', ['Peer visit', 'Network']),
    category('online', 'Online', ['Webinar', 'Virtual']),
    category('conference', 'Conference'),
  ]),
  role: vocabulary('role', 'Role', [
    category('leadership', 'Leadership', ['Leader', 'Senior leader', 'SLT', 'Headteacher']),
    category('classroom-teacher', 'Classroom teacher', ['Teacher', 'Teachers']),
    category('teaching-assistant', 'Teaching assistant', ['TA', 'HLTA', 'LSA']),
    category('senco', 'SENCO', ['SENDCO', 'SENCo']),
    category('pastoral-or-dsl', 'Pastoral or designated safeguarding lead', [
      'Pastoral',
      'DSL',
      'Pastoral or DSL',
    ]),
    category('other', 'Other'),
  ]),
  phase: vocabulary('phase', 'Phase', [
    category('primary', 'Primary'),
    category('secondary', 'Secondary'),
    category('special', 'Special', ['Special school']),
    category('ap-pru', 'Alternative provision or PRU', ['AP/PRU', 'AP', 'PRU']),
  ]),
}

type Vocabulary = Pick<Disaggregation, 'dimension' | 'label' | 'categories'>

function vocabulary(dimension: string, label: string, categories: Category[]): Vocabulary {
  return { dimension, label, categories }
}

function category(code: string, label: string, aliases: string[] = []): Category {
  return { code, label, aliases }
}

/** A breakdown whose categories sum to the total, asked from a tier upwards. */
export function single(from: Vocabulary, askedFrom: Tier = 'light'): Disaggregation {
  return { ...from, choice: 'single', askedFrom }
}

/** A breakdown in which one person may be in several categories. */
export function multiple(from: Vocabulary, askedFrom: Tier = 'light'): Disaggregation {
  return { ...from, choice: 'multiple', askedFrom }
}
