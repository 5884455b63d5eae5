import { actOf, caretOf } from '@inclusion/client/returns/grid/keyboard-map'
import { describe, expect, it } from 'vitest'

/** A text with its caret or selection marked: "1|2", "[12]". */
function caretIn(marked: string) {
  const text = marked.replaceAll(/[[\]|]/g, '')
  const start = marked.search(/[[|]/)
  const end = marked.includes(']') ? marked.indexOf(']') - 1 : start
  return caretOf(text, start, end)
}

const go = (move: string) => ({ kind: 'go', move })
const extend = (move: string) => ({ kind: 'extend', move })

describe('A key in a number field', () => {
  it.each([
    ['ArrowUp', '1|2', go('up')],
    ['ArrowDown', '1|2', go('down')],
    ['Enter', '1|2', go('down')],
    ['ArrowLeft', '1|2', null],
    ['ArrowRight', '1|2', null],
    ['ArrowLeft', '|12', go('left')],
    ['ArrowRight', '12|', go('right')],
    ['ArrowRight', '|12', null],
    ['ArrowLeft', '[12]', go('left')],
    ['ArrowRight', '[12]', go('right')],
    ['ArrowRight', '[1]2', null],
    ['ArrowLeft', '|', go('left')],
    ['Escape', '1|2', { kind: 'restore' }],
    ['Home', '12|', null],
    ['Tab', '12|', null],
    ['7', '12|', null],
  ])('%s in %s', (key, marked, act) => {
    expect(actOf({ key }, caretIn(marked))).toEqual(act)
  })

  it.each([
    ['Enter', '1|2', go('up')],
    ['ArrowDown', '[12]', extend('down')],
    ['ArrowRight', '[12]', extend('right')],
    ['ArrowDown', '|', extend('down')],
    ['ArrowRight', '1|2', null],
    ['ArrowDown', '1|2', null],
  ])('with Shift, %s in %s', (key, marked, act) => {
    expect(actOf({ key, shift: true }, caretIn(marked))).toEqual(act)
  })

  it.each([
    ['Home', go('first')],
    ['End', go('last')],
    ['ArrowLeft', null],
    ['c', null],
  ])('with Ctrl, %s', (key, act) => {
    expect(actOf({ key, ctrl: true }, caretIn('1|2'))).toEqual(act)
  })
})
