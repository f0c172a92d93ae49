// What citation-js reads in lists of references, as JSON: a list for each file, without its own graph.
const fs = require('fs')
const { Cite } = require('@citation-js/core')
for (const plugin of ['bibtex', 'csl', 'ris']) require(`@citation-js/plugin-${plugin}`)
const read = file => new Cite(fs.readFileSync(file, 'utf8')).data.map(({ _graph, ...item }) => item)
console.log(JSON.stringify(Object.fromEntries(process.argv.slice(2).map(file => [file, read(file)]))))
