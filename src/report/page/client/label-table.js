import { formatCount } from '../../../foundation/format.ts'
import { knownColumns, labelId, labelRowHtml } from '../label-cells.ts'

const PAGE_ROWS = 100
/** In addition to those that broke a criterion. */
const PRINTED_ROWS = 50
const byId = (id) => document.getElementById(id)

/** Shows all labels: sorted, searchable, one page at a time. Returns a function that shows a given label. */
export function setUpLabelTable(subjects, onCharts) {
  const shown = subjects.filter((subject) => subject.rows.length > 0)
  if (shown.length === 0) return () => {}
  const state = {
    subject: shown[0],
    columns: [],
    key: 'p95',
    descending: true,
    start: 0,
    pageRows: PAGE_ROWS,
    found: [],
    names: new Map(),
  }
  fillSubjects(shown)
  byId('subject').addEventListener('change', (event) =>
    chooseSubject(state, shown[event.target.selectedIndex]),
  )
  byId('search').addEventListener('input', () => search(state))
  byId('only-errors').addEventListener('change', () => search(state))
  byId('previous').addEventListener('click', () => turn(state, -1))
  byId('next').addEventListener('click', () => turn(state, 1))
  byId('label-table').addEventListener('click', (event) => onClick(state, event, onCharts))
  printWhatMatters(state)
  chooseSubject(state, shown[0])
  return (id) => reveal(state, shown, id)
}

function fillSubjects(subjects) {
  byId('subject').replaceChildren(...subjects.map((subject) => new Option(subject.name)))
}

function chooseSubject(state, subject) {
  state.subject = subject
  state.columns = knownColumns(subject.rows)
  state.names = new Map(subject.rows.map((row) => [row, row.name.toLowerCase()]))
  if (state.key !== 'name' && !state.columns.some((column) => column.key === state.key)) state.key = 'count'
  search(state)
}

function search(state) {
  const words = byId('search').value.toLowerCase().split(/\s+/).filter(Boolean)
  const onlyErrors = byId('only-errors').checked
  state.found = state.subject.rows.filter(
    (row) => words.every((word) => state.names.get(row).includes(word)) && (!onlyErrors || row.errors > 0),
  )
  sortRows(state)
  state.start = 0
  show(state)
}

function sortRows({ found, key, descending }) {
  const sign = descending ? -1 : 1
  found.sort((a, b) => {
    // Unknown values are always last, in both orders.
    if (a[key] === null || b[key] === null) return (a[key] === null) - (b[key] === null)
    if (key === 'name') return sign * (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)
    return sign * (a[key] - b[key]) || a.index - b.index
  })
}

function show(state) {
  const { subject, columns, found, start } = state
  const rows = found.slice(start, start + state.pageRows)
  const table = byId('label-table')
  table.caption.textContent = `Labels of ${subject.name}`
  const focusedKey = table.tHead.contains(document.activeElement) ? state.key : undefined
  table.tHead.innerHTML = headHtml(state)
  table.tBodies[0].innerHTML = rows.map((row) => labelRowHtml(row, subject.name, columns)).join('')
  if (focusedKey) table.tHead.querySelector(`[data-key="${focusedKey}"] button`)?.focus()
  byId('previous').parentElement.hidden = found.length <= state.pageRows
  byId('previous').disabled = start === 0
  byId('next').disabled = start + state.pageRows >= found.length
  byId('label-count').textContent = countInWords(found.length, subject.rows.length, start, rows.length)
}

function headHtml({ columns, key, descending }) {
  return `<tr>${[{ key: 'name', title: 'Label' }, ...columns]
    .map((column) => {
      const sort = column.key === key ? ` aria-sort="${descending ? 'descending' : 'ascending'}"` : ''
      return `<th scope="col" data-key="${column.key}"${sort}><button type="button">${column.title}</button></th>`
    })
    .join('')}</tr>`
}

function countInWords(found, all, start, rows) {
  if (found === 0) return `None of ${formatCount(all)} labels`
  const range =
    rows === found
      ? formatCount(found)
      : `${formatCount(start + 1)}–${formatCount(start + rows)} of ${formatCount(found)}`
  return found === all
    ? `${range} ${all === 1 ? 'label' : 'labels'}`
    : `${range} found among ${formatCount(all)} labels`
}

function turn(state, pages) {
  state.start = Math.max(0, state.start + pages * state.pageRows)
  show(state)
  byId('labels').scrollIntoView()
}

function onClick(state, event, onCharts) {
  const view = event.target.closest('.to-charts')?.dataset.view
  if (view !== undefined) onCharts(Number(view))
  const key = event.target.closest('thead th')?.dataset.key
  if (key === undefined) return
  // Numbers are first sorted from the greatest down, names from A to Z.
  state.descending = key === state.key ? !state.descending : key !== 'name'
  state.key = key
  sortRows(state)
  state.start = 0
  show(state)
}

/** Shows the label of a link, even if the search excluded it. */
function reveal(state, subjects, id) {
  const subject = subjects.find(({ name }) => id.startsWith(`label-${name}-`))
  const row = subject?.rows.find(({ index }) => labelId(subject.name, index) === id)
  if (row === undefined) return
  if (!state.found.includes(row)) {
    byId('search').value = ''
    byId('only-errors').checked = false
    byId('subject').selectedIndex = subjects.indexOf(subject)
    chooseSubject(state, subject)
  }
  state.start = Math.floor(state.found.indexOf(row) / state.pageRows) * state.pageRows
  show(state)
  const element = byId(id)
  element.classList.add('found')
  element.scrollIntoView({ block: 'center' })
  element.focus({ preventScroll: true })
}

/** On paper: the labels that broke a criterion and the slowest ones, instead of the page that is shown. */
function printWhatMatters(state) {
  let before
  addEventListener('beforeprint', () => {
    before ??= { ...state }
    const { rows, broken } = state.subject
    state.found = [...rows]
    sortRows({ ...state, key: rows.some(({ p95 }) => p95 !== null) ? 'p95' : 'mean', descending: true })
    const slowest = new Set(state.found.slice(0, PRINTED_ROWS))
    state.found = state.found.filter((row) => slowest.has(row) || broken.includes(row.index))
    state.start = 0
    state.pageRows = state.found.length
    show(state)
    if (state.found.length < rows.length)
      byId('label-count').textContent =
        `${formatCount(state.found.length)} of ${formatCount(rows.length)} labels: the slowest, and those that broke a criterion`
  })
  addEventListener('afterprint', () => {
    if (before === undefined) return
    Object.assign(state, before)
    before = undefined
    show(state)
  })
}
