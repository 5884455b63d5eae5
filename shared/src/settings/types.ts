/** Types of settings, without a schema: what the pages show. */

/** DfE's types of establishment for alternative provision, by the code its register of schools exports. */
export const settingTypes = {
  '14': 'Pupil referral unit',
  '38': 'Free school, alternative provision',
  '42': 'Academy, alternative provision converter',
  '43': 'Academy, alternative provision sponsor led',
  '49': 'Online provider',
  '57': 'Academy, secure 16 to 19',
} as const
export type SettingType = keyof typeof settingTypes

/** The name of a type; null for one that is not known here. */
export const settingTypeName = (type: string | null): string | null =>
  type !== null && type in settingTypes ? settingTypes[type as SettingType] : null

/** DfE's number as it is written: `2081104` as `208/1104`. */
export const laestabWords = (laestab: string): string => `${laestab.slice(0, 3)}/${laestab.slice(3)}`
