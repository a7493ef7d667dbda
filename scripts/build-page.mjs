/**
 * Writes `src/report/page/client/assets.generated.ts`: the page's style and script as strings. The script is
 * uPlot, the modules of the report that format numbers and rows, and the files of `client/`, joined in this
 * order.
 * With `--check`, it only checks whether the file is current.
 */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const GENERATED = `${root}src/report/page/client/assets.generated.ts`
const MODULES = [
  'src/foundation/one-line.ts',
  'src/report/escape.ts',
  'src/foundation/format.ts',
  'src/report/page/label-cells.ts',
  'src/report/page/packing.ts',
  'src/report/page/client/draw-chart.js',
  'src/report/page/client/theme.js',
  'src/report/page/client/time-charts.js',
  'src/report/page/client/distribution-charts.js',
  'src/report/page/client/label-table.js',
  'src/report/page/client/start.js',
]

const read = (path) => readFileSync(root + path, 'utf8').replaceAll('\r\n', '\n')

function moduleText(path) {
  const source = path.endsWith('.ts') ? stripTypeScriptTypes(read(path)) : read(path)
  const text = source
    .replace(/^import [^;]*? from '[^']+'$/gm, '')
    .replace(/^export /gm, '')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{2,}/g, '\n')
    // Whole-line comments are of use only in the sources.
    .replace(/^\s*(?:\/\/.*|\/\*[^]*?\*\/)\n/gm, '')
  if (/^(?:import|export)\b/m.test(text))
    throw new Error(`${path}: an import or export that this script cannot join`)
  return text.trim()
}

/** All modules share one scope, so a name that is defined twice would silently replace the other. */
function assertUniqueNames(text) {
  const names = [...text.matchAll(/^(?:async )?(?:function|const|let|class) (\w+)/gm)].map(([, name]) => name)
  const twice = names.filter((name, index) => names.indexOf(name) !== index)
  if (twice.length > 0) throw new Error(`Names defined twice in the page's script: ${twice.join(', ')}`)
}

function buildScript() {
  const modules = MODULES.map(moduleText).join('\n')
  assertUniqueNames(modules)
  const uplot = read('node_modules/uplot/dist/uPlot.iife.min.js').trim()
  const script = `${uplot}\n;(() => {\n'use strict'\n${modules}\n})()\n`
  if (/<\/script|<!--/i.test(script)) throw new Error('The script contains text that would end its element')
  return script
}

function buildStyle() {
  const own = read('src/report/page/client/page.css').replace(/\s*\n\s*/g, '\n')
  return `${read('node_modules/uplot/dist/uPlot.min.css').trim()}\n${own}`
}

const hashOf = (text) => `sha256-${createHash('sha256').update(text).digest('base64')}`

function generate() {
  const script = buildScript()
  const style = buildStyle()
  const values = { SCRIPT: script, SCRIPT_HASH: hashOf(script), STYLE: style, STYLE_HASH: hashOf(style) }
  const lines = Object.entries(values).map(
    ([name, value]) => `// prettier-ignore\nexport const ${name} = ${JSON.stringify(value)}`,
  )
  return `// Written by scripts/build-page.mjs from page.css, client/ and uPlot (MIT, https://github.com/leeoniya/uPlot).\n${lines.join('\n')}\n`
}

const isCheck = process.argv[2] === '--check'
if (!isCheck) writeFileSync(GENERATED, generate())
else if (readFileSync(GENERATED, 'utf8') !== generate()) {
  console.error('src/report/page/client/assets.generated.ts is not current: run node scripts/build-page.mjs')
  process.exitCode = 1
}
