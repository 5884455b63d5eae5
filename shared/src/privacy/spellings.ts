/** Names are spelled in many ways: Ismail, Ismaeel, Esmail. The same key means the same name by ear. */
import { givenNames } from './given-names.ts'

/** How a name sounds, roughly; null where it is too short to tell. */
function soundOf(name: string): string | null {
  const key = name
    .replaceAll(/[^a-z]/g, '')
    .replaceAll('ph', 'f')
    .replaceAll(/ck|c(?![eiy])|q/g, 'k')
    .replaceAll(/(?<=.)h/g, '')
    .replaceAll('y', 'i')
    .replaceAll(/ee|ea|ie/g, 'i')
    .replaceAll(/oo|ou/g, 'u')
    .replaceAll(/(.)\1+/g, '$1')
    .replaceAll(/ai|ae|ei/g, 'a')
    .replace(/e$/, '')
  return key.length < 4 ? null : key
}

let sounds: ReadonlySet<string | null> | null = null

/** Whether a word in small letters sounds like a given name. */
export function soundsLikeName(word: string): boolean {
  sounds ??= new Set([...givenNames].map(soundOf))
  const sound = soundOf(word)
  return sound !== null && sounds.has(sound)
}
