import { unpackRow } from '../packing.ts'
import { drawDistribution } from './distribution-charts.js'
import { setUpLabelTable } from './label-table.js'
import { setUpTheme } from './theme.js'
import { drawTimeCharts, timeTableHtml } from './time-charts.js'

const data = JSON.parse(document.getElementById('data').textContent)
for (const element of document.querySelectorAll('[data-needs-script]')) element.hidden = false
setUpTheme(drawAll)
let current = 0
let hasTable = false
if (data.views.length > 0) setUpCharts()
const subjects = data.subjects.map((subject) => ({ ...subject, rows: subject.rows.map(unpackRow) }))
const revealLabel = setUpLabelTable(subjects, (view) => {
  choose(view)
  document.getElementById('charts')?.scrollIntoView()
  document.getElementById('view')?.focus({ preventScroll: true })
})
setUpLinks()

function setUpCharts() {
  const select = document.getElementById('view')
  select?.replaceChildren(
    ...data.views.map(
      (view, index) => new Option(view.isLabel ? `${view.subject}: ${view.name}` : view.name, index),
    ),
  )
  select?.addEventListener('change', () => choose(select.selectedIndex))
  document.querySelector('.chart-data')?.addEventListener('toggle', (event) => {
    hasTable = event.target.open
    fillTable()
  })
  // Printed pages use the colors of the light theme.
  const theme = document.documentElement.dataset
  let before
  addEventListener('beforeprint', () => {
    before = theme.theme
    theme.theme = 'light'
    drawAll()
  })
  addEventListener('afterprint', () => {
    if (before === undefined) delete theme.theme
    else theme.theme = before
    drawAll()
  })
  drawAll()
}

function choose(view) {
  current = view
  const select = document.getElementById('view')
  if (select) select.selectedIndex = view
  for (const name of document.querySelectorAll('.view-name')) name.textContent = data.views[view].name
  // These texts are about the first view only.
  for (const words of document.querySelectorAll('.charts .words')) words.hidden = view !== 0
  for (const table of document.querySelectorAll('.curve')) table.hidden = view !== 0
  drawAll()
}

function drawAll() {
  const view = data.views[current]
  if (view === undefined) return
  drawTimeCharts(view, data.load)
  drawDistribution(view)
  fillTable()
}

function fillTable() {
  if (hasTable)
    document.querySelector('.chart-data .scroll').innerHTML = timeTableHtml(data.views[current], data.load)
}

function followHash() {
  if (location.hash.startsWith('#label-')) revealLabel(decodeURIComponent(location.hash.slice(1)))
}

function setUpLinks() {
  addEventListener('hashchange', followHash)
  // A second click on the same link does not change the hash.
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="#label-"]')
    if (link && link.getAttribute('href') === location.hash) followHash()
  })
  followHash()
}
