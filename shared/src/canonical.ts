/** Canonical JSON (RFC 8785): one meaning, one text, so that a digest proves the content. */
import serialise from 'canonicalize'

/** The canonical text of a JSON value. Throws a TypeError on what JSON cannot hold. */
export function canonicalJson(value: unknown): string {
  const text = serialise(value)
  if (text === undefined) throw new TypeError('Only a JSON value has a canonical form')
  return text
}
